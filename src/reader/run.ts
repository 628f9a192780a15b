import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { Chalk } from 'chalk';
import type { ViewLoader } from '../app/view-loader.ts';
import type { ShowContents } from '../gated/show-contents.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import type { ThemeName } from '../model/theme.ts';
import { EXIT } from '../model/user-error.ts';
import { type Theme, theme } from '../render/paint.ts';
import { themeFor } from '../render/palette.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import { Bookmarks } from '../store/reading/bookmarks.ts';
import { ReadingHistory } from '../store/reading/reading-history.ts';
import { type ColorWhen, colorLevel } from '../terminal/color.ts';
import { hasUnicode } from '../terminal/locale.ts';
import type { RecapOrStory } from '../veil/story.ts';
import { QUIET_TIME } from './deliberate.ts';
import { frameOf } from './draw.ts';
import { enterFullScreen } from './full-screen.ts';
import { readInput, type TimedInput } from './input/read-input.ts';
import { ReaderLoop } from './loop.ts';
import { openAddress } from './open-address.ts';
import { perform, type Surroundings } from './perform.ts';
import type { Store } from './Screen.tsx';
import { type Opening, startState } from './start.ts';
import { leaving } from './visits.ts';

/** How long what has just opened is marked, in milliseconds. */
const FRESH_FOR = 3000;

/** Milliseconds without drawing before a whole frame is drawn: longer than Ink throttles frames. */
const EMPTY_FOR = 50;

export interface ReaderOptions
  extends Pick<
    Surroundings,
    'loadShow' | 'showSource' | 'progress' | 'isRecording' | 'noStateFolder' | 'countProposals'
  > {
  readonly shows: readonly ShowSummary[];
  /** How far each show has been watched, by slug. */
  readonly watched: ReadonlyMap<string, ShowProgress>;
  /** Something to say at the start. */
  readonly notice: string | undefined;
  readonly views: Pick<ViewLoader, 'view' | 'storyViews' | 'views' | 'viewsOf'>;
  readonly stateFolder: string | undefined;
  readonly companions: readonly string[];
  readonly showsTitles: boolean;
  readonly color: ColorWhen;
  /** The slugs of the shows, if all of them come with recap. */
  readonly builtIn: ReadonlySet<string>;
  readonly theme: ThemeName;
  /** Columns of text; `undefined`: as many as read well. */
  readonly width: number | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What to open: the library, a show, or a recap or story of it. */
  readonly open:
    | { readonly contents: ShowContents; readonly recap: RecapOrStory | undefined }
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
    const reading = new ReadingHistory(options.stateFolder, options.companions.length === 0);
    const bookmarks = new Bookmarks(
      options.companions.length === 0 ? options.stateFolder : undefined,
    );
    const listeners = new Set<() => void>();
    const inputs: TimedInput[] = [];
    const isSpoken = process.env.INK_SCREEN_READER === 'true';
    let isDrawn = true;
    let hasEnded = false;
    let isReading = false;
    let settling: NodeJS.Timeout | undefined;

    const size = () => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });
    const surroundings: Surroundings = {
      ...options,
      reading,
      bookmarks,
      wait: (milliseconds, signal) =>
        sleep(milliseconds, undefined, { signal, ref: false }).catch(() => {}),
      openAddress,
      redraw,
      suspend: () => screen.suspend(redraw),
      quit: (isInterrupted) => end(isInterrupted ? EXIT.interrupted : EXIT.done),
    };

    const stops: (() => void)[] = [];
    const stopAll = () => {
      for (const stop of stops) {
        try {
          stop();
        } catch {
          // what fails to stop must not keep the terminal from being given back
        }
      }
    };
    const screen = enterFullScreen(stdin, stdout, stopAll, keepPosition);
    const loop = new ReaderLoop({
      start: startState({
        shows: options.shows,
        recentShows: reading.recentShows,
        progress: options.watched,
        settings: {
          isAscii: !hasUnicode(process.env),
          isSpoken,
          showsTitles: options.showsTitles,
          isRecording: options.isRecording,
          companions: options.companions,
          builtIn: options.builtIn,
          width: options.width,
          today: options.today,
        },
        size: size(),
        opening: openingOf(options, reading),
        at: performance.now(),
        bookmarks: bookmarks.all(),
        notice: options.notice ?? null,
      }),
      perform: (effect, signal) => perform(surroundings, effect, signal),
      onChange: announce,
      onError: fail,
    });

    function announce(): void {
      for (const listener of listeners) listener();
      clearTimeout(settling);
      const { screen } = loop.state;
      const isFresh = screen.kind === 'document' && screen.document.fresh.size > 0;
      if (isFresh) settling = setTimeout(() => loop.send({ type: 'settled' }), FRESH_FOR);
    }

    /** Ink skips a frame that equals the last one, so nothing is drawn in between. */
    function redraw(): void {
      isDrawn = false;
      announce();
      setTimeout(() => {
        stdout.write(HOME + CLEAR);
        isDrawn = true;
        loop.send({ type: 'resize', size: size() });
      }, EMPTY_FOR);
    }

    /** Hands the keys over one after the other. Where one opens something, the next waits for a moment. */
    async function read(more: readonly TimedInput[]): Promise<void> {
      if (more.length === 0) loop.send({ type: 'unknown-input' });
      inputs.push(...more);
      if (isReading) return;
      isReading = true;
      for (let next = inputs.shift(); next && !hasEnded; next = inputs.shift()) {
        const { input, at, isAlone } = next;
        loop.send(
          input.kind === 'paste'
            ? { type: 'paste', text: input.text }
            : { type: 'key', key: input.key, at, isAlone },
        );
        if (loop.state.work) await nextTurn();
      }
      isReading = false;
    }

    const store: Store = {
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      get: () => (isDrawn ? loop.state : null),
      crash: fail,
    };

    const onResize = () => loop.send({ type: 'resize', size: size() });
    stdout.on('resize', onResize);
    stops.push(readInput(stdin, QUIET_TIME, read));
    stops.push(() => stdout.off('resize', onResize));
    stdin.resume();
    start().catch(reject);

    /** Loading Ink takes longer than everything before it, so the first frame is written without it. */
    async function start(): Promise<void> {
      await nextTurn();
      const styles = stylesFor(process.env, options);
      const first = isSpoken ? undefined : loop.state;
      if (first) stdout.write(frameOf(first, styles).replaceAll('\n', '\r\n'));
      const { drawWithInk } = await importDrawing();
      if (hasEnded) return;
      stdout.write(loop.state === first ? HOME : HOME + CLEAR);
      stops.push(drawWithInk(store, styles, stdout));
      loop.send({ type: 'drawn' });
    }

    /** A closed terminal or a signal leaves no time for effects. */
    function keepPosition(): void {
      for (const effect of leaving(loop.state)) {
        if (effect.type !== 'remember') continue;
        reading.remember(effect.show, effect.slug, effect.position, effect.place);
      }
    }

    function fail(): void {
      end(EXIT.problems, 'the screen could not be drawn; nothing more was shown');
    }

    function end(exitCode: number, message?: string): void {
      if (hasEnded) return;
      hasEnded = true;
      clearTimeout(settling);
      screen.leave();
      resolve({ exitCode, message });
    }
  });
}

/** How the screen looks. Without colors it keeps bold, underline and reverse: they tell what is selected. */
function stylesFor(
  env: NodeJS.ProcessEnv,
  { color, theme: name }: Pick<ReaderOptions, 'color' | 'theme'>,
): Theme {
  const level = colorLevel(env, true, color);
  return level === 0
    ? theme(new Chalk({ level: 1 }), 'plain')
    : theme(new Chalk({ level }), themeFor(name, env));
}

function openingOf({ open }: ReaderOptions, { last }: ReadingHistory): Opening {
  if (open) return { kind: 'asked', ...open };
  return last ? { kind: 'last', ...last } : undefined;
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
