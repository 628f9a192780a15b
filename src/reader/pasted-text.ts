import { sanitizeLine } from '../text/sanitize.ts';

/** A paste as one line of text for a field: safe, and without the spaces around it. */
export function pastedText(paste: string): string {
  return sanitizeLine(paste.replace(/\s+/g, ' ')).trim();
}
