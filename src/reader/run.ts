import type { ViewLoader } from '../app/view-loader.ts';
import type { ShowContents } from '../gated/show-contents.ts';
import { EXIT } from '../model/user-error.ts';
import { theme } from '../render/paint.ts';
import { Positions } from '../store/positions.ts';
import type { ProgressLog } from '../store/progress/log.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import { colours } from '../terminal/colour.ts';
import { hasUnicode } from '../terminal/locale.ts';
import type { RecapOrStory } from '../veil/story.ts';
import { frameOf } from './draw.ts';
import { enterFullScreen } from './full-screen.ts';
import { reduce } from './reduce.ts';
import type { Store } from './Screen.tsx';
import { type Opening, startState } from './start.ts';
import type { Action, State } from './state.ts';
import { perform, type World } from './world.ts';

/** How long what has just opened is told apart, in milliseconds. */
const FRESH_FOR = 3000;

/** How long nothing is drawn before a whole frame: longer than Ink holds frames back, in milliseconds. */
const EMPTY_FOR = 50;

export interface ReaderOptions {
  readonly shelves: readonly ShowContents[];
  readonly standings: ReadonlyMap<string, ShowProgress>;
  readonly desk: Pick<ViewLoader, 'view' | 'storyViews' | 'views'>;
  readonly progress: ProgressLog;
  readonly stateFolder: string | undefined;
  readonly noStateFolder: string | undefined;
  readonly isRecording: boolean;
  readonly companions: readonly string[];
  readonly showsTitles: boolean;
  readonly hasColour: boolean;
  /** What to open: the library, a show, or a recap or story of it. */
  readonly open:
    | { readonly shelf: ShowContents; readonly entry: RecapOrStory | undefined }
    | undefined;
}

const HOME = '\x1b[H';
const CLEAR = '\x1b[2J';

/** How the reader ended. */
export interface Ending {
  readonly exitCode: number;
  /** A sentence for stderr, once the terminal has been given back. */
  readonly message: string | undefined;
}

/** Runs the reader on this terminal until it is closed. */
export function runReader(options: ReaderOptions): Promise<Ending> {
  const { stdin, stdout } = process;
  return new Promise((resolve, reject) => {
    const positions = new Positions(options.stateFolder, options.companions.length === 0);
    const opening: Opening = options.open ?? positions.last ?? undefined;
    const listeners = new Set<() => void>();
    let isDrawn = true;
    let hasEnded = false;
    let settling: NodeJS.Timeout | undefined;

    const size = () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });
    const isAscii = !hasUnicode(process.env);
    const started = startState({ ...options, isAscii, size: size(), opening });
    let state: State = started.state;

    const world: World = {
      ...options,
      positions,
      quit: (isInterrupted) => end(isInterrupted ? EXIT.interrupted : EXIT.done),
      suspend: () => screen.suspend(redraw),
    };

    function dispatch(action: Action): void {
      const { state: next, effects } = reduce(state, action);
      state = next;
      for (const effect of effects) {
        for (const result of perform(world, state, effect)) dispatch(result);
      }
    }

    function announce(): void {
      for (const listener of listeners) listener();
      clearTimeout(settling);
      const isFresh = state.screen.kind === 'document' && state.screen.document.fresh.size > 0;
      if (isFresh) settling = setTimeout(() => update({ type: 'settled' }), FRESH_FOR);
    }

    function update(action: Action): void {
      dispatch(action);
      announce();
    }

    /** Ink skips a frame that equals the last one, so nothing is drawn in between. */
    function redraw(): void {
      isDrawn = false;
      announce();
      setTimeout(() => {
        isDrawn = true;
        update({ type: 'resize', size: size() });
      }, EMPTY_FOR);
    }

    const onResize = () => update({ type: 'resize', size: size() });

    const store: Store = {
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      get: () => (isDrawn ? state : null),
      press(keys) {
        for (const key of keys) dispatch({ type: 'key', key });
        announce();
      },
      crash: () => end(EXIT.problems, 'the screen could not be drawn; nothing more was shown'),
    };

    let stopDrawing = () => {};
    const screen = enterFullScreen(stdin, stdout, () => stopDrawing());
    stdout.on('resize', onResize);
    for (const effect of started.effects) {
      for (const result of perform(world, state, effect)) dispatch(result);
    }
    const look = theme(colours(process.env, true, options.hasColour));
    // Ink takes longer to load than all that came before, so what it will draw first is there already
    const isSpoken = process.env.INK_SCREEN_READER === 'true';
    const first = isSpoken ? undefined : state;
    if (first) stdout.write(frameOf(first, look).replaceAll('\n', '\r\n'));
    importDrawing().then(({ drawWithInk }) => {
      if (hasEnded) return;
      stdout.write(state === first ? HOME : HOME + CLEAR);
      stopDrawing = drawWithInk(store, look, stdout);
    }, reject);

    function end(exitCode: number, message?: string): void {
      hasEnded = true;
      stdout.off('resize', onResize);
      clearTimeout(settling);
      screen.leave();
      resolve({ exitCode, message });
    }
  });
}

/** Ink, as it is imported, takes a `CI` in the environment for a terminal that cannot be drawn on. */
async function importDrawing() {
  const { CI } = process.env;
  process.env.CI = 'false';
  try {
    return await import('./ink.tsx');
  } finally {
    if (CI === undefined) delete process.env.CI;
    else process.env.CI = CI;
  }
}
