import { createInterface } from 'node:readline';
import type { Output } from '../terminal/output.ts';

/**
 * Asks a question that `y` answers with yes, and everything else, the end of the input too, with no. The
 * terminal is left in its own mode, so that there is nothing to give back.
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
 * @returns without spaces around it; `undefined` at the end of the input
 * @throws the signal's reason
 */
export function askLine(
  question: string,
  output: Output,
  input: NodeJS.ReadableStream,
  signal: AbortSignal,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input, terminal: false });
    const stop = () => {
      lines.removeAllListeners('close');
      lines.close();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    const settle = (answer: string | undefined) => {
      signal.removeEventListener('abort', stop);
      resolve(answer);
      lines.close();
    };
    lines.once('line', (line) => settle(line.trim()));
    lines.once('close', () => settle(undefined));
    output.prompt(question);
  });
}
