import manifest from '../../package.json' with { type: 'json' };
import { HttpError } from '../http/http-error.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { connect } from '../sources/connection.ts';
import { fetchShow, searchShows } from '../sources/fetch-show.ts';
import type { LeftOut } from '../sources/show-draft.ts';
import type { Candidate, Reach, Source, SourceName, SourceProgress } from '../sources/source.ts';
import { SOURCES } from '../sources/sources.ts';
import { addedShows } from '../store/added/added-show.ts';
import { errno } from '../store/disk/errno.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';
import { addedFolder } from '../store/library/folders.ts';
import { foldName } from '../text/fold.ts';
import type { Host } from './host.ts';
import { type KeptShow, keepShow } from './keep-show.ts';
import { openLibrary } from './open-library.ts';

/** What adding a show works with. */
export interface AddOptions {
  readonly host: Host;
  /** The folders of `--library`. */
  readonly library: readonly string[] | undefined;
  /** The names of the sources to ask; all of them if it is not given. */
  readonly sources?: readonly SourceName[] | undefined;
  readonly isOffline: boolean;
  /** Aborting it ends all work at once; nothing half is left. */
  readonly signal: AbortSignal;
  readonly report: (progress: SourceProgress) => void;
}

/** What came of adding a show. It tells nothing of any text. */
export interface AddedReport extends Omit<KeptShow, 'outcome'> {
  readonly title: string;
  readonly year: number | null;
  /** `present`: it was there already, and nothing was fetched or written. */
  readonly outcome: KeptShow['outcome'] | 'present';
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
  /** Sources that could not be asked, and why. */
  readonly failed: readonly { readonly source: string; readonly message: string }[];
}

/** Shows with that title or one like it, the best match first. @throws {UserError} */
export async function findCandidates(
  query: string,
  options: AddOptions,
): Promise<readonly Candidate[]> {
  const reach = await reachOf(options);
  return translated(options.signal, () => searchShows(sourcesOf(options), query, reach));
}

/** The one show of that very title; `undefined` where there is none, or several. */
export function exactCandidate(
  query: string,
  candidates: readonly Candidate[],
): Candidate | undefined {
  const exact = candidates.filter(({ title }) => foldName(title) === foldName(query));
  return exact.length === 1 ? exact[0] : undefined;
}

/**
 * Adds a show to the library, or fetches an added one again.
 *
 * @param id a candidate's identifier, or one that the user typed: `tvmaze:82`
 * @param isAgain fetch it even if the library has it already
 * @throws {UserError}; where the signal was aborted, the signal's reason
 */
export async function addShow(
  id: string,
  isAgain: boolean,
  options: AddOptions,
): Promise<AddedReport> {
  const { host, signal } = options;
  if (!/^tvmaze:[1-9]\d{0,9}$/.test(id)) {
    throw new UserError(`\`${id}\` is not an identifier; write it as \`tvmaze:82\``, EXIT.usage);
  }
  const root = requireAddedFolder(host);
  const library = openLibrary(options.library, host);
  const known = await library.shows();
  const present = addedShows(root).find(({ record }) => record.id === id);
  const show = present && known.find(({ slug }) => slug === present.slug);
  if (present && show && !isAgain) {
    const { title, year, slug } = show;
    const episodes = present.record.episodes.length;
    const counts = { episodes, newEpisodes: 0, told: present.record.told };
    return { slug, title, year, outcome: 'present', ...counts, leftOut: {}, failed: [] };
  }
  const reach = await reachOf(options);
  const sources = sourcesOf(options);
  return translated(signal, async () => {
    const { draft, failed } = await fetchShow(sources, id, reach);
    const today = host.now().toISOString().slice(0, 10);
    const names = sources.map(({ name }) => name);
    const kept = await keepShow(draft, { root, known, today, signal, sources: names });
    return {
      ...kept,
      title: draft.title,
      year: draft.year,
      leftOut: draft.leftOut,
      failed: failed.map(({ source, message }) => ({ source: source.title, message })),
    };
  });
}

/** The folder of added shows. @throws {UserError} where this user has no home */
function requireAddedFolder(host: Host): string {
  const root = addedFolder(host);
  if (root !== undefined) return root;
  throw new UserError('there is no home folder to keep added shows in; set `XDG_DATA_HOME`');
}

function reachOf({ host, isOffline, signal, report }: AddOptions): Promise<Reach> {
  return connect({ env: host.env, version: manifest.version, isOffline, signal, report });
}

/** @throws {UserError} where none of the sources lists episodes */
function sourcesOf({ sources }: AddOptions): readonly Source[] {
  const asked = SOURCES.filter(({ name }) => sources === undefined || sources.includes(name));
  const [first] = asked;
  if (first?.search) return asked;
  const lists = SOURCES.filter(({ search }) => search).map(({ name }) => `\`${name}\``);
  throw new UserError(
    `a show needs a source that lists its episodes: ${lists.join(', ')}`,
    EXIT.usage,
  );
}

/** Failures of the network and the disk as sentences for the user. Those of a canceled run stay what they are. */
async function translated<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted || error instanceof UserError) throw error;
    if (error instanceof HttpError) throw new UserError(error.message);
    const why = fileErrorWords(errno(error));
    throw new UserError(`the show could not be written: ${why}; nothing was changed`);
  }
}
