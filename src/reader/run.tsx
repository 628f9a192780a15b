import { render } from 'ink';
import type { Shelf } from '../library/shelf.ts';
import type { Progress } from '../progress/log.ts';
import type { Standing } from '../progress/place.ts';
import { theme } from '../render/paint.ts';
import { colours } from '../terminal/colour.ts';
import { hasUnicode } from '../terminal/locale.ts';
import { EXIT } from '../terminal/user-error.ts';
import type { Desk } from '../veil/desk.ts';
import type { Readable } from '../veil/story.ts';
import { enterFullScreen, keepingScrollback } from './full-screen.ts';
import { Positions } from './positions.ts';
import { reduce } from './reduce.ts';
import { Screen, type Store } from './Screen.tsx';
import { type Opening, startState } from './start.ts';
import type { Action, State } from './state.ts';
import { perform, type World } from './world.ts';

/** How long what has just opened is told apart, in milliseconds. */
const FRESH_FOR = 3000;

/** How long nothing is drawn before a whole frame: longer than Ink holds frames back, in milliseconds. */
const EMPTY_FOR = 50;

export interface ReaderOptions {
  readonly shelves: readonly Shelf[];
  readonly standings: ReadonlyMap<string, Standing>;
  readonly desk: Pick<Desk, 'view' | 'storyViews' | 'views'>;
  readonly progress: Progress;
  readonly stateFolder: string | undefined;
  readonly noStateFolder: string | undefined;
  readonly isRecording: boolean;
  readonly companions: readonly string[];
  readonly showsTitles: boolean;
  readonly hasColour: boolean;
  /** What to open: the library, a show, or a recap or story of it. */
  readonly open: { readonly shelf: Shelf; readonly entry: Readable | undefined } | undefined;
}

/** How the reader ended. */
export interface Ending {
  readonly exitCode: number;
  /** A sentence for stderr, once the terminal has been given back. */
  readonly message: string | undefined;
}

/** Runs the reader on this terminal until it is closed. */
export function runReader(options: ReaderOptions): Promise<Ending> {
  const { stdin, stdout } = process;
  return new Promise((resolve) => {
    const positions = new Positions(options.stateFolder, options.companions.length === 0);
    const opening: Opening = options.open ?? positions.last ?? undefined;
    const listeners = new Set<() => void>();
    let isDrawn = true;
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

    const screen = enterFullScreen(stdin, stdout, () => ink.unmount());
    stdout.on('resize', onResize);
    for (const effect of started.effects) {
      for (const result of perform(world, state, effect)) dispatch(result);
    }
    const look = theme(colours(process.env, true, options.hasColour));
    const ink = render(<Screen store={store} look={look} />, {
      stdout: keepingScrollback(stdout),
      exitOnCtrlC: false,
      patchConsole: false,
      maxFps: 120,
    });

    function end(exitCode: number, message?: string): void {
      stdout.off('resize', onResize);
      clearTimeout(settling);
      screen.leave();
      resolve({ exitCode, message });
    }
  });
}
