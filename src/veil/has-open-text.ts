import { MARK } from './blocks.ts';
import { shownMarkdown } from './shown-markdown.ts';
import type { View } from './view.ts';

/** Whether a view shows any words of the recap, and not just curtains. */
export function hasOpenText({ text }: Pick<View, 'text'>): boolean {
  return /[\p{L}\p{N}]/u.test(shownMarkdown(text).replace(MARKS, ''));
}

const MARKS = new RegExp(MARK, 'g');
