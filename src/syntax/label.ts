import { sanitizeLine } from '../text/sanitize.ts';
import { MARKERS } from './syntaxes.ts';

/** The longest label, in code points. A longer one would push a curtain off the screen. */
const MAX_LABEL = 60;

/**
 * The public label of a spoiler, sanitized; `undefined` if it is empty. A text that contains a spoiler cannot be a
 * label.
 */
export function publicLabel(text: string): string | undefined {
  if (MARKERS.isIn(text)) return undefined;
  const label = [...sanitizeLine(text)];
  return label.slice(0, MAX_LABEL).join('') + (label.length > MAX_LABEL ? '…' : '') || undefined;
}
