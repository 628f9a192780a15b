import type { ShowContents } from '../gated/show-contents.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import type { RecapOrStory } from '../veil/story.ts';
import { startList } from './list.ts';
import { isAsked, progressScreen } from './progress-screen.ts';
import type { ReaderState, Settings, Size } from './state.ts';
import { type Step, stepTo } from './step.ts';
import { open, showScreen, showsScreen } from './visits.ts';
import { startWork } from './work.ts';

/** What the reader opens: a show, or a recap or the story of it; or the list in which a recap was read last. */
export type Opening =
  | {
      readonly kind: 'asked';
      readonly contents: ShowContents;
      readonly recap: RecapOrStory | undefined;
    }
  | { readonly kind: 'last'; readonly show: string; readonly slug: string }
  | undefined;

interface Start {
  readonly shows: readonly ShowSummary[];
  readonly recentShows: readonly string[];
  readonly progress: ReadonlyMap<string, ShowProgress>;
  readonly settings: Settings;
  readonly size: Size;
  readonly opening: Opening;
  readonly bookmarks: ReaderState['bookmarks'];
  readonly notice: string | null;
  /** The time, of the clock that keys are timed by. */
  readonly at: number;
}

/** The initial state. A show without recorded progress is asked about first. */
export function startState({ opening, at, ...start }: Start): Step {
  const empty: ReaderState = {
    ...start,
    done: new Map(),
    news: new Map(),
    undone: new Map(),
    screen: { kind: 'shows', list: startList() },
    history: [],
    question: null,
    answer: null,
    answerCount: 0,
    lastKeyAt: at,
    letterFor: null,
    helpTop: null,
    proposals: 0,
    work: null,
    workCount: 0,
  };
  if (!opening) return stepTo({ ...empty, screen: showsScreen(empty) });
  if (opening.kind === 'last') {
    const { show, slug } = opening;
    const isThere = start.shows.some((candidate) => candidate.slug === show);
    const state = { ...empty, screen: showsScreen(empty, show) };
    if (!isThere || isAsked(state, show)) return stepTo({ ...empty, screen: showsScreen(empty) });
    return startWork(state, 'Opening', [], (work) => {
      return { type: 'load-show', work, show, target: { kind: 'list', selected: slug } };
    });
  }
  const { contents, recap } = opening;
  const { slug } = contents.show;
  if (isAsked(empty, slug)) {
    return stepTo({ ...empty, screen: progressScreen(empty, contents, recap ?? null) });
  }
  const state = { ...empty, screen: showScreen(empty, contents) };
  return recap ? open(state, contents, recap, undefined, []) : stepTo(state);
}
