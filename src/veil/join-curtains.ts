import { CURTAIN, curtainMark, END } from './marks.ts';
import type { Curtain } from './view.ts';

const CURTAINS = new RegExp(`${CURTAIN}(\\d+)${END}`, 'g');

/**
 * The curtains in a text, numbered from 0. Adjacent ones with the same gate and label are merged, along with the space
 * between them, so that the result does not reveal how many spoilers or sentences it replaces.
 */
export function joinCurtains(text: string, curtains: readonly Curtain[]) {
  const joined: (Curtain & { readonly keys: string[] })[] = [];
  let keys = new Set<string>();
  const parts: string[] = [];
  let position = 0;
  /** The text between merged curtains, if it separates what follows from what precedes. */
  let gap = '';
  for (const { 0: mark, 1: digits, index } of text.matchAll(CURTAINS)) {
    const next = curtains[Number(digits)];
    const last = joined.at(-1);
    if (!next) continue;
    const between = text.slice(position, index);
    if (last && isSame(last, next) && !/[^\s>]/.test(between)) {
      for (const key of next.keys) if (!keys.has(key)) last.keys.push(key);
      if (/\n[ \t>]*\n/.test(between)) gap = between;
    } else {
      parts.push(
        withGap(gap, between),
        curtainMark(joined.push({ ...next, keys: [...next.keys] }) - 1),
      );
      gap = '';
      keys = new Set();
    }
    for (const key of next.keys) keys.add(key);
    position = index + mark.length;
  }
  return { text: parts.join('') + withGap(gap, text.slice(position)), curtains: joined };
}

function withGap(gap: string, behind: string): string {
  return /^[ \t]*(?:\n|$)/.test(behind) ? behind : gap + behind;
}

function isSame(a: Curtain, b: Curtain): boolean {
  return a.gate === b.gate && a.label === b.label;
}
