import { ViewLoader } from '../app/view-loader.ts';
import type { ShowSummary } from '../gated/show.ts';
import type { ShowContents } from '../gated/show-contents.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import type { RecapOrStory } from '../veil/story.ts';
import type { Session } from './session.ts';

/** The reader needs keys from a terminal and a screen to draw on. */
export function isInteractive({ options, output }: Session): boolean {
  return output.isTerminal && process.stdin.isTTY && !options.json && process.env.TERM !== 'dumb';
}

/** What the reader opens: a show, or a recap or story of it. */
export interface Opening {
  readonly shelf: ShowContents;
  readonly entry: RecapOrStory | undefined;
}

/** Runs the reader on this terminal, and ends the program with it. */
export async function openOnScreen(session: Session, open: Opening | undefined): Promise<never> {
  const { options } = session;
  const shelves = await session.library.shelves();
  const standings = new Map(
    shelves.map(({ summary }) => [summary.slug, standingOf(session, summary, open)] as const),
  );
  const { runReader } = await import('../reader/run.ts');
  const { exitCode, message } = await runReader({
    shelves,
    standings,
    desk: new ViewLoader(),
    progress: session.progress,
    stateFolder: session.stateFolder,
    noStateFolder: session.noStateFolder,
    isRecording: session.isRecording,
    companions: session.companions.map(({ name }) => name),
    showsTitles: options.titles ?? false,
    hasColour: options.color ?? true,
    open,
  });
  session.reportProblems(open?.shelf.show);
  if (message) session.output.say(message);
  process.exit(exitCode);
}

/** Where the reader stands in a show: `--watched` counts for the one that is opened, `--with` for all. */
function standingOf(session: Session, show: ShowSummary, open: Opening | undefined): ShowProgress {
  const recorded = session.standing(show);
  if (session.isRecording) return recorded;
  const isHere = open?.shelf.summary.slug === show.slug;
  const through = isHere ? session.reader(show).place : session.together(show, recorded.through);
  return { ...recorded, through, isRecorded: true, shouldAsk: false };
}
