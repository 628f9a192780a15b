import { ViewLoader } from '../../src/app/view-loader.ts';
import type { RecapFile, ShowContents } from '../../src/gated/show-contents.ts';
import { draw } from '../../src/reader/draw.ts';
import { reduce } from '../../src/reader/reduce.ts';
import { startState } from '../../src/reader/start.ts';
import type { Action, Size, State } from '../../src/reader/state.ts';
import { perform, type World } from '../../src/reader/world.ts';
import type { Line } from '../../src/render/line.ts';
import { Positions } from '../../src/store/positions.ts';
import { openProgress } from '../../src/store/progress/log.ts';
import { code, recap, show } from './recaps.ts';

/** The reader without a terminal: an article of the show "A Show" is open. */
export interface ReaderRun {
  press(key: string): void;
  lines(): Line[];
  /** The screen as text. */
  screen(): string;
  readonly state: State;
  /** How the reader was closed, if it was. */
  readonly hasEnded: boolean;
}

/**
 * @param episodes how many episodes of the show have been watched
 * @param folder the state folder; `null`: what is confirmed counts for this run only
 */
export function readerOn(
  body: string,
  episodes: number,
  size: Size = { columns: 80, rows: 24 },
  folder: string | null = null,
): ReaderRun {
  const recaps = [
    recap(body),
    recap('Another article.', { title: 'Another' }, 'another'),
    recap('The story begins.\n\n:spoiler[Later.]{after=S01E02}', { episode: code(1) }, 's01e01'),
  ];
  const entries: RecapFile[] = recaps.map(({ head }, index) => ({
    head,
    path: `recap-${index}.md`,
  }));
  const shelf: ShowContents = { summary: show, show, recaps: entries, introduction: undefined };
  let hasEnded = false;
  const world: World = {
    desk: new ViewLoader((entry) => {
      const subject = recaps[entries.indexOf(entry)];
      if (!subject) throw new Error('no such entry');
      return subject;
    }),
    progress: openProgress({ folder, device: 'test', now: () => new Date(0) }),
    positions: new Positions(undefined),
    noStateFolder: 'there is no home folder',
    quit: () => {
      hasEnded = true;
    },
    suspend: () => {},
  };
  const through = episodes === 0 ? null : code(episodes);
  const started = startState({
    shelves: [shelf],
    standings: new Map([[show.slug, { through, isRecorded: true, shouldAsk: false, epoch: 0 }]]),
    isRecording: true,
    companions: [],
    showsTitles: false,
    isAscii: false,
    size,
    opening: { shelf, entry: entries[0] },
  });
  let state = started.state;
  const dispatch = (action: Action): void => {
    const step = reduce(state, action);
    state = step.state;
    for (const effect of step.effects) perform(world, state, effect).forEach(dispatch);
  };
  for (const effect of started.effects) perform(world, state, effect).forEach(dispatch);
  return {
    press: (key) => dispatch({ type: 'key', key }),
    lines: () => draw(state),
    screen: () =>
      draw(state)
        .map(({ spans }) => spans.map(({ text }) => text).join(''))
        .join('\n'),
    get state() {
      return state;
    },
    get hasEnded() {
      return hasEnded;
    },
  };
}
