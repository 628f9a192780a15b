import { ASCII, UNICODE } from '../render/glyphs.ts';
import { hasUnicode } from '../terminal/locale.ts';
import type { Runtime } from './command.ts';

const WIDTH = 20;

/** A progress bar, in the characters that the terminal's locale has: how much of a total is done. */
export function bar(done: number, total: number, { env }: Pick<Runtime, 'env'>): string {
  const { full, empty } = hasUnicode(env) ? UNICODE : ASCII;
  const filled = total === 0 ? WIDTH : Math.round((WIDTH * Math.min(done, total)) / total);
  return full.repeat(filled) + empty.repeat(WIDTH - filled);
}
