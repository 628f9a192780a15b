import { MARK } from './blocks.ts';
import { asText } from './plain-text.ts';
import { sentences } from './sentences.ts';
import type { View } from './view.ts';

/** The number of sentences that replace a missing gist. */
const SENTENCES = 2;

const HAS_MARK = new RegExp(MARK);

/**
 * What happened, in a sentence or two of Markdown: the gist if it is open, otherwise the first open sentences that hide
 * nothing, otherwise nothing.
 */
export function gistOf({ gist, text }: Pick<View, 'gist' | 'text'>): string {
  if (gist !== null) return asText(gist);
  const found: string[] = [];
  for (const { from, to, isRow } of sentences(text)) {
    const sentence = text.slice(from, to);
    const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
    const isProse = !isRow && /\p{L}.*\p{L}/su.test(sentence) && !/[#`|>]|^\s{4}/.test(before);
    // text after something hidden may refer to it
    if (HAS_MARK.test(sentence)) break;
    if (isProse && !isUnderlined(sentence)) found.push(sentence);
    if (found.length === SENTENCES) break;
  }
  return found.join(' ').replace(/\s+/g, ' ');
}

function isUnderlined(sentence: string): boolean {
  return /\n[ \t]*(?:=+|-+)[ \t]*$/.test(sentence);
}
