import { homedir, hostname } from 'node:os';
import { basename, dirname, relative, resolve } from 'node:path';
import { type Companion, companions, ownProfile } from '../app/profiles.ts';
import type { ShowSummary } from '../gated/show.ts';
import type { ShowContents } from '../gated/show-contents.ts';
import { type EpisodeCode, parseEpisodeCode } from '../model/episode.ts';
import { lookUp } from '../model/lookup.ts';
import type { Place } from '../model/order.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { cacheFolder } from '../store/cache/cache-folder.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';
import { type LibraryFolder, libraryFolders, userFolder } from '../store/library/folders.ts';
import { Library } from '../store/library/library.ts';
import type { ReadingProblem } from '../store/progress/folder.ts';
import { openProgress, type ProgressLog } from '../store/progress/log.ts';
import { profileFolder } from '../store/progress/profile.ts';
import { earliest, type ShowProgress } from '../store/progress/show-progress.ts';
import { stateFolder } from '../store/progress/state-folder.ts';
import type { Output } from '../terminal/output.ts';
import type { Reader } from '../veil/episode-title.ts';

/** The options that all commands share (DESIGN §5), as Commander hands them over. */
export interface CommonOptions {
  readonly library?: readonly string[];
  readonly json?: boolean;
  readonly watched?: string;
  readonly titles?: boolean;
  readonly color?: boolean;
  readonly width?: number;
  readonly profile?: string;
  readonly with?: readonly string[];
}

const SURROUNDINGS = { env: process.env, platform: process.platform, home: homedir };

/** What a command works with: the library, the reader's progress, and where to print. */
export class Session {
  readonly output: Output;
  readonly options: CommonOptions;
  /** The folders of the library, the strongest first. */
  readonly folders: readonly LibraryFolder[];
  readonly #home: ReturnType<typeof stateFolder>;
  readonly #profile: string;
  #companions: readonly Companion[] | undefined;
  #progress: ProgressLog | undefined;
  #library: Library | undefined;

  /** @param builtIn the folder of recaps that comes with the program */
  constructor(options: CommonOptions, builtIn: string, output: Output) {
    this.options = options;
    this.output = output;
    this.folders = libraryFolders(options.library ?? [], builtIn, SURROUNDINGS);
    this.#home = stateFolder(SURROUNDINGS);
    this.#profile = ownProfile(options.profile, process.env);
  }

  get library(): Library {
    this.#library ??= new Library(this.folders, cacheFolder(SURROUNDINGS));
    return this.#library;
  }

  /** What has been watched. What of it could not be read is said once. */
  get progress(): ProgressLog {
    if (this.#progress) return this.#progress;
    const folder = this.stateFolder ?? null;
    this.#progress = openProgress({ folder, device: hostname(), now: () => new Date() });
    for (const problem of this.#progress.problems) this.output.say(unread(problem));
    return this.#progress;
  }

  /** Those who read along. What of their places could not be read is said once. @throws {UserError} */
  get companions(): readonly Companion[] {
    if (this.#companions) return this.#companions;
    this.#companions = companions(this.options.with ?? [], this.rootFolder);
    for (const { name, progress, isKnown } of this.#companions) {
      for (const problem of progress.problems) this.output.say(unread(problem));
      if (!isKnown) {
        this.output.say(`nothing is recorded for \`${name}\` yet, so that everything stays hidden`);
      }
    }
    return this.#companions;
  }

  /** Whether confirmations are recorded: not at a place that is for this run only, and not with others. */
  get isRecording(): boolean {
    return this.options.watched === undefined && this.companions.length === 0;
  }

  /** The show that somebody means, with its recaps. @throws {UserError} */
  async shelf(query: string): Promise<ShowContents> {
    return this.library.shelf(await this.show(query));
  }

  /** What lists tell of the show that somebody means. @throws {UserError} */
  async show(query: string): Promise<ShowSummary> {
    const exact = await this.library.show(query.toLowerCase());
    if (exact) return exact;
    const shows = await this.library.shows();
    const candidates = shows.map((show) => ({ value: show, names: [show.slug, show.title] }));
    return lookUp(candidates, query, 'there is no show', '`recap list` shows those there are');
  }

  /** Where the reader stands, as recorded. */
  standing({ slug, order }: ShowSummary): ShowProgress {
    return this.progress.standing(slug, order);
  }

  /**
   * Who reads this show: at `--watched` if it is given, else at the recorded place; and no further than those
   * who read along. @throws {UserError}
   */
  reader(show: ShowSummary): Reader {
    const { watched, titles } = this.options;
    const own = watched === undefined ? this.standing(show).through : readPlace(watched, show);
    return { place: this.together(show, own), showsTitles: titles ?? false };
  }

  /** The place at which somebody reads together with those who read along. */
  together({ slug, order }: ShowSummary, own: Place): Place {
    const others = this.companions.map(({ progress }) => progress.standing(slug, order).through);
    return earliest(order, [own, ...others]);
  }

  /**
   * Says which files of the library could not be read. The others are there all the same.
   *
   * @param show only those of this show; all of them if it is not given
   */
  reportProblems(show?: ShowSummary): void {
    for (const { path, problem } of this.library.problems) {
      if (show && basename(dirname(path)) !== show.slug) continue;
      this.output.say(`${displayPath(path)}:${problem.position.line}: ${problem.message}`);
    }
  }

  /** Where the user's own recaps go: the last folder named by `--library`, else their own. @throws {UserError} */
  get ownFolder(): string {
    const named = this.options.library?.at(-1);
    const folder = named === undefined ? userFolder(SURROUNDINGS) : resolve(named);
    if (folder !== undefined) return folder;
    throw new UserError(
      'there is no home folder to keep recaps in; name a folder with `--library`',
      EXIT.usage,
    );
  }

  /** The state folder, which holds those of the profiles; `undefined` without a home. */
  get rootFolder(): string | undefined {
    return this.#home.kind === 'folder' ? this.#home.folder : undefined;
  }

  /** Where the profile's progress is kept; `undefined` without a home. */
  get stateFolder(): string | undefined {
    return this.#home.kind === 'folder'
      ? profileFolder(this.#home.folder, this.#profile)
      : undefined;
  }

  /** Why nothing can be recorded on this machine; `undefined` if it can. */
  get noStateFolder(): string | undefined {
    return this.#home.kind === 'no-home' ? this.#home.message : undefined;
  }
}

/** A path as it is named to the user: from the folder they are in, if it is below it. */
export function displayPath(path: string): string {
  const near = relative('', path);
  return near === '' || near.startsWith('..') ? path : near;
}

/** An episode of the show, as somebody wrote it. @throws {UserError} */
export function readEpisode(text: string, show: ShowSummary): EpisodeCode {
  const code = parseEpisodeCode(text);
  if (!code) {
    throw new UserError(`\`${text}\` is no episode code; write it as \`S01E04\``, EXIT.usage);
  }
  if (!show.order.knows(code)) {
    const { codes, last } = show.order;
    const range = codes[0] && last ? `; its episodes go from ${codes[0]} to ${last}` : '';
    throw new UserError(`${show.title} has no episode ${code}${range}`, EXIT.usage);
  }
  return code;
}

/** A place in the show: an episode, or `none`. @throws {UserError} */
export function readPlace(text: string, show: ShowSummary): Place {
  return text.toLowerCase() === 'none' ? null : readEpisode(text, show);
}

function unread(problem: ReadingProblem): string {
  const { file, count } = problem;
  if (problem.kind === 'unreadable') {
    return `what you have watched cannot be read from ${file}: ${fileErrorWords(problem.code)}; until it can, everything stays hidden`;
  }
  const lines = count === 1 ? '1 line' : `${count} lines`;
  const why = { torn: 'torn or changed', newer: 'from a newer recap', foreign: 'not of recap' };
  return `${lines} of ${file} ${count === 1 ? 'is' : 'are'} ${why[problem.kind]} and left alone; nothing opens because of them`;
}
