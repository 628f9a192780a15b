import { sanitizeLine } from '../text/sanitize.ts';
import { MARKERS } from './syntaxes.ts';

/** A label is a few words: more would push a curtain off the screen. In code points. */
const MAX_LABEL = 60;

/**
 * What an author says in public about a spoiler, made safe; `undefined` if that is nothing. A text that has a
 * spoiler in it is no label.
 */
export function publicLabel(text: string): string | undefined {
  if (MARKERS.isIn(text)) return undefined;
  const label = [...sanitizeLine(text)];
  return label.slice(0, MAX_LABEL).join('') + (label.length > MAX_LABEL ? '…' : '') || undefined;
}
