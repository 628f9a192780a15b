import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import type { Output } from '../terminal/output.ts';
import type { CommandContext } from './command.ts';

/** Options of a command that rule out questions. */
interface Unasked {
  readonly yes?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** Whether a command may ask: somebody sits at the terminal, and no option says otherwise. */
export function canAsk(
  { host, output }: Pick<CommandContext, 'host' | 'output'>,
  { yes = false, json = false }: Unasked = {},
): boolean {
  return !yes && !json && output.isTerminal && host.stdin.isTTY === true;
}

/**
 * Asks a yes-or-no question. `y` and `yes` mean yes; anything else, including the end of the input, means no. The
 * terminal stays in its own mode, so there is nothing to restore.
 */
export function ask(
  question: string,
  output: Output,
  input: NodeJS.ReadableStream = process.stdin,
): Promise<'yes' | 'no' | 'interrupted'> {
  return new Promise((resolve) => {
    const lines = createInterface({ input, terminal: false });
    const settle = (answer: 'yes' | 'no' | 'interrupted') => {
      process.removeListener('SIGINT', interrupt);
      resolve(answer);
      lines.close();
    };
    const interrupt = () => settle('interrupted');
    process.once('SIGINT', interrupt);
    lines.once('line', (line) => settle(/^\s*y(?:es)?\s*$/i.test(line) ? 'yes' : 'no'));
    lines.once('close', () => settle('no'));
    output.prompt(`${question} [y/N]`);
  });
}

/**
 * Asks for a line of text.
 *
 * @returns the trimmed line; `undefined` at the end of the input
 * @throws the signal's reason
 */
export async function askLine(
  question: string,
  output: Output,
  input: NodeJS.ReadableStream,
  signal: AbortSignal,
): Promise<string | undefined> {
  output.prompt(question);
  const line = await nextLine(createInterface({ input, terminal: false }), signal);
  return line?.trim();
}

/**
 * Asks for a password, which is not shown as it is typed. From a pipe or a file, the first line is read without asking.
 *
 * @returns `undefined` at the end of the input
 * @throws the signal's reason
 */
export async function askPassword(
  question: string,
  output: Output,
  input: CommandContext['host']['stdin'],
  signal: AbortSignal,
): Promise<string | undefined> {
  if (input.isTTY !== true) return nextLine(createInterface({ input, terminal: false }), signal);
  // readline turns the terminal's own echo off, and writes what is typed to its output
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true });
  lines.once('SIGINT', () => process.emit('SIGINT', 'SIGINT'));
  output.prompt(question);
  try {
    return await nextLine(lines, signal);
  } finally {
    output.printError('\n');
  }
}

function nextLine(lines: Interface, signal: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      lines.removeAllListeners('close');
      lines.close();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    const settle = (line: string | undefined) => {
      signal.removeEventListener('abort', stop);
      resolve(line);
      lines.close();
    };
    lines.once('line', settle);
    lines.once('close', () => settle(undefined));
  });
}
