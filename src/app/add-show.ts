import type { ShowSummary } from '../gated/show-summary.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { fetchShow, searchShows } from '../sources/fetch-show.ts';
import type { LeftOut } from '../sources/show-draft.ts';
import { isShowId } from '../sources/show-id.ts';
import type { Candidate } from '../sources/source.ts';
import { addedShows } from '../store/added/added-show.ts';
import type { Library } from '../store/library/library.ts';
import { foldName } from '../text/fold.ts';
import {
  askSources,
  requireAddedFolder,
  type SourceRequest,
  selectedSources,
} from './ask-sources.ts';
import { isFetchedShow, type KeptShow } from './keep-show.ts';
import { openLibrary } from './open-library.ts';
import { refreshShow } from './refresh-show.ts';

/** The result of adding a show. It reveals nothing of any text. */
export interface AddedReport extends Omit<KeptShow, 'outcome'> {
  readonly title: string;
  readonly year: number | null;
  /** `present`: it already existed, and nothing was fetched or written. */
  readonly outcome: KeptShow['outcome'] | 'present';
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
  /** Sources that failed, and why. */
  readonly failed: readonly { readonly source: string; readonly message: string }[];
}

/** Shows with that title or a similar one, best match first. @throws {UserError} */
export async function findCandidates(
  query: string,
  options: SourceRequest,
): Promise<readonly Candidate[]> {
  const sources = selectedSources(options.sources);
  return askSources(options, (reach) => searchShows(sources, query, reach));
}

/** The only show with exactly that title; `undefined` if there is none, or several. */
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
 * @param target a candidate, or an identifier typed by the user: `tvmaze:82`
 * @param isAgain fetch it even if the library has it already
 * @throws {UserError}; the signal's reason if it was aborted
 */
export async function addShow(
  target: Candidate | string,
  isAgain: boolean,
  options: SourceRequest,
): Promise<AddedReport> {
  const { host, signal } = options;
  const id = typeof target === 'string' ? target : target.id;
  if (!isShowId(id)) {
    throw new UserError(`\`${id}\` is not an identifier; write it as \`tvmaze:82\``, EXIT.usage);
  }
  const root = requireAddedFolder(host);
  const library = openLibrary(options.library, host);
  const known = await library.listShows();
  const added = addedShows(root).find(({ record }) => record.id === id);
  const present = known.find((show) => {
    return added
      ? show.slug === added.slug
      : typeof target !== 'string' && isFetchedShow(show, target);
  });
  if (present && !isAgain) {
    const { title, year, slug, order } = present;
    const episodes = order.codes.length;
    const told = await toldCount(library, present);
    if (added || (episodes > 0 && told === episodes)) {
      const counts = { episodes, newEpisodes: 0, told };
      return { slug, title, year, outcome: 'present', ...counts, leftOut: {}, failed: [] };
    }
  }
  const sources = selectedSources(options.sources);
  return askSources(options, async (reach) => {
    const { draft, failed } = await fetchShow(sources, id, reach);
    const today = host.now().toISOString().slice(0, 10);
    const names = sources.map(({ name }) => name);
    const kept = await refreshShow(draft, { host, root, known, today, signal, sources: names });
    return {
      ...kept,
      title: draft.title,
      year: draft.year,
      leftOut: draft.leftOut,
      failed: failed.map(({ source, message }) => ({ source: source.title, message })),
    };
  });
}

/** The number of a show's episodes that have a recap in the library. */
async function toldCount(library: Library, show: ShowSummary): Promise<number> {
  const { recaps } = await library.readContents(show);
  const told = new Set(recaps.map(({ head }) => head.episode));
  return show.order.codes.filter((code) => told.has(code)).length;
}
