import { existsSync } from 'node:fs';
import type { Audience } from '../app/audience.ts';
import { libraryProblems, openLibrary } from '../app/open-library.ts';
import { ViewLoader } from '../app/view-loader.ts';
import type { ShowContents } from '../gated/show-contents.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import { BUILT_IN_RECAPS } from '../installation.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { PROFILE, SYNC, THEME, TITLES, WIDTH } from '../store/config/settings.ts';
import type { Library } from '../store/library/library.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import type { RecapOrStory } from '../veil/story.ts';
import type { CommandContext } from './command.ts';
import type { ReadingOptions } from './options.ts';
import { showSource } from './reader-shows.ts';

/** Whether there is a terminal with keys to read and a screen to draw on, and no JSON is asked for. */
export function isInteractive(
  { host, output }: CommandContext,
  { json }: { readonly json?: boolean },
): boolean {
  return output.isTerminal && host.stdin.isTTY === true && !json && host.env.TERM !== 'dumb';
}

/** What the reader opens first: a show, or a recap or story of it. */
export interface Opening {
  readonly contents: ShowContents;
  readonly recap: RecapOrStory | undefined;
}

/** Runs the reader on this terminal, and ends the program with it. */
export async function openReader(
  { host, output }: CommandContext,
  library: Library,
  audience: Audience,
  options: ReadingOptions,
  open: Opening | undefined,
): Promise<never> {
  let current = library;
  let shows = await current.listShows();
  const watched = new Map(
    shows.map((show) => [show.slug, progressIn(audience, show, open)] as const),
  );
  const loadShow = async (slug: string) => {
    const show = shows.find((candidate) => candidate.slug === slug);
    if (!show) throw new UserError(`no show named \`${slug}\``, EXIT.usage);
    return await current.readContents(show);
  };
  const reload = async () => {
    current = openLibrary(options.library, host);
    shows = await current.listShows();
    return shows;
  };
  const { runReader } = await import('../reader/run.ts');
  const { exitCode, message } = await runReader({
    shows,
    loadShow,
    showSource: showSource(host, options, reload, (show) => progressIn(audience, show, open)),
    watched,
    notice: audience.notices[0] ?? newProfile(host, audience, options),
    views: new ViewLoader(),
    progress: audience.progress,
    stateFolder: audience.folder,
    noStateFolder: audience.noFolder,
    isRecording: audience.isRecording,
    countProposals: proposalCounter(host, audience, options),
    companions: audience.companions.map(({ name }) => name),
    showsTitles: options.titles ?? host.config.get(TITLES),
    builtIn: builtInShows(library, shows),
    color: options.color === false ? 'never' : options.color,
    theme: options.theme ?? host.config.get(THEME),
    width: options.width ?? host.config.get(WIDTH),
    today: audience.today,
    open,
  });
  for (const problem of libraryProblems(library, open?.contents.show)) output.say(problem);
  if (message) output.say(message);
  return host.exit(exitCode);
}

/** The slugs of the shows if all of them come with recap, else none. */
function builtInShows(library: Library, shows: readonly ShowSummary[]): ReadonlySet<string> {
  const isBuiltIn = ({ slug }: ShowSummary) =>
    library.listLayers(slug).every(({ folder }) => folder.root === BUILT_IN_RECAPS);
  return new Set(shows.every(isBuiltIn) ? shows.map(({ slug }) => slug) : []);
}

/** What asks the services on start, where the user wants that and places are recorded. */
function proposalCounter(
  host: CommandContext['host'],
  audience: Audience,
  { library }: ReadingOptions,
): ((signal: AbortSignal) => Promise<number>) | undefined {
  if (host.config.get(SYNC) !== 'on-start' || !audience.isRecording) return undefined;
  return async (signal) => {
    try {
      const { countProposals } = await import('../app/count-proposals.ts');
      return await countProposals(audience, library, { host, isOffline: false, signal });
    } catch {
      // an unreachable server is of no interest to somebody who is reading
      return 0;
    }
  };
}

/** Says that a profile is new: a mistyped name looks like one. */
function newProfile(
  { config }: CommandContext['host'],
  { folder }: Audience,
  options: ReadingOptions,
): string | undefined {
  const name = options.profile ?? config.get(PROFILE);
  const isDefault = options.profile === undefined && name === PROFILE.default;
  if (isDefault || folder === undefined || existsSync(folder)) return undefined;
  return `No progress is recorded for the profile ${name} yet`;
}

/** The progress that the reader starts with: `--watched` counts for the show that is opened, `--with` for all. */
function progressIn(
  audience: Audience,
  show: ShowSummary,
  open: Opening | undefined,
): ShowProgress {
  const recorded = audience.recorded(show);
  if (audience.isRecording) return recorded;
  const isHere = open?.contents.summary.slug === show.slug;
  const through = isHere ? audience.reader(show).place : audience.together(show, recorded.through);
  return { ...recorded, through, isRecorded: true, shouldAsk: false };
}
