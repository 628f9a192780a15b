import { setTimeout as sleep } from 'node:timers/promises';
import xterm from '@xterm/headless';
import { spawn } from 'node-pty';
import { onTestFinished } from 'vitest';
import { READING_TIME } from '../../src/reader/deliberate.ts';
import { sendAndSettle, untilIdle } from './idle.ts';
import { PATIENCE } from './patience.ts';

/** A real program in a pseudo-terminal, its output fed to a terminal emulator. */
export interface TerminalRun {
  /** Everything the program wrote, as bytes it sent. */
  raw(): string;
  /** The rows on the screen, trailing spaces off. */
  rows(): string[];
  screen(): string;
  /** Whether the alternate screen is on. */
  isAlternate(): boolean;
  /** What can be scrolled back to on the main screen, and what is on it. */
  mainScreen(): string;
  modes(): { readonly isCursorHidden: boolean; readonly title: string };
  press(...keys: string[]): Promise<void>;
  /** Answers a question: presses a key once there was time to read it. */
  answer(key: string): Promise<void>;
  /** Waits until the screen shows something, and then for the rest of its frame, which may come in pieces. */
  until(test: string | RegExp): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  kill(signal: string): void;
  readonly pid: number;
  /** The exit code, once the screen shows everything the program wrote. */
  readonly exit: Promise<number>;
}

interface Options {
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  readonly columns?: number;
  readonly rows?: number;
  readonly file?: string;
  /** Another program than Node, which is given the arguments alone. */
  readonly program?: string;
  readonly cwd?: string;
}

const NAMED: Record<string, string> = {
  Enter: '\r',
  Escape: '\x1b',
  Tab: '\t',
  'Shift-Tab': '\x1b[Z',
  Down: '\x1b[B',
  Up: '\x1b[A',
  PageDown: '\x1b[6~',
  PageUp: '\x1b[5~',
  Home: '\x1b[H',
  End: '\x1b[F',
  Backspace: '\x7f',
  'Ctrl-C': '\x03',
  'Ctrl-L': '\x0c',
  'Ctrl-R': '\x12',
  'Ctrl-Z': '\x1a',
};

/** Starts `recap` (or another file for Node, or another program) in a terminal of its own. */
export function inTerminal({
  args,
  env,
  columns = 80,
  rows = 24,
  file = 'bin/recap.js',
  program: other,
  cwd,
}: Options): TerminalRun {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  let raw = '';
  let title = '';
  let written = Promise.resolve();
  const program = spawn(other ?? process.execPath, other ? [...args] : [file, ...args], {
    ...(cwd !== undefined && { cwd }),
    name: 'xterm-256color',
    cols: columns,
    rows,
    env: {
      PATH: process.env.PATH ?? '',
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      TERM: 'xterm-256color',
      NODE_DISABLE_COMPILE_CACHE: '1',
      ...env,
    },
  });
  terminal.onTitleChange((now) => {
    title = now;
  });
  terminal.onData((answer) => program.write(answer));
  program.onData((chunk) => {
    raw += chunk;
    written = written.then(() => new Promise((resolve) => terminal.write(chunk, resolve)));
  });
  let hasEnded = false;
  const exit = new Promise<number>((resolve) => {
    program.onExit(({ exitCode, signal }) => {
      hasEnded = true;
      void written.then(() => resolve(signal ? 128 + signal : exitCode));
    });
  });
  onTestFinished(() => {
    try {
      program.kill('SIGKILL');
    } catch {
      // it has ended
    }
    terminal.dispose();
  });

  const text = (buffer: typeof terminal.buffer.active, from: number, count: number) =>
    Array.from(
      { length: count },
      (_, index) => buffer.getLine(from + index)?.translateToString(true, 0, terminal.cols) ?? '',
    );
  const watched = { pid: program.pid, written: () => raw.length, hasEnded: () => hasEnded };
  const settled = async () => {
    await untilIdle(watched);
    await written;
  };
  const run: TerminalRun = {
    pid: program.pid,
    exit,
    raw: () => raw,
    rows: () => text(terminal.buffer.active, terminal.buffer.active.viewportY, terminal.rows),
    screen: () => run.rows().join('\n'),
    isAlternate: () => terminal.buffer.active.type === 'alternate',
    mainScreen: () => text(terminal.buffer.normal, 0, terminal.buffer.normal.length).join('\n'),
    modes: () => ({
      isCursorHidden: raw.lastIndexOf('\x1b[?25l') > raw.lastIndexOf('\x1b[?25h'),
      title,
    }),
    async press(...keys) {
      for (const [index, key] of keys.entries()) {
        // each on its own: keys that arrive together are a paste, and Escape may begin a sequence
        const isBrief = index < keys.length - 1 && key !== 'Escape';
        await sendAndSettle(watched, () => program.write(NAMED[key] ?? key), isBrief);
      }
      if (keys.length === 0) await settled();
      await written;
    },
    async answer(key) {
      // the reader, which runs no more, has put its question by now
      await settled();
      await sleep(READING_TIME);
      await run.press(key);
    },
    async until(test) {
      const isThere = () =>
        typeof test === 'string' ? run.screen().includes(test) : test.test(run.screen());
      for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
        await written;
        if (isThere()) return settled();
        await sleep(25);
      }
      throw new Error(`the screen never showed ${test}:\n${run.screen()}`);
    },
    async resize(cols, rows) {
      terminal.resize(cols, rows);
      program.resize(cols, rows);
      await settled();
    },
    kill: (signal) => program.kill(signal),
  };
  return run;
}
