import type { Span } from '../../render/line.ts';
import { sanitizeLine } from '../../text/sanitize.ts';
import type { Curtain } from '../../veil/view.ts';

/** A curtain in words. */
export function curtainSentence({ label, gate }: Partial<Curtain> = {}): string {
  const name = sanitizeLine(label ?? '');
  const named = name === '' || name === 'Spoiler' ? 'Spoiler' : `Spoiler: ${name}`;
  const until = gate ? `hidden until you have watched ${gate}` : 'opens only by a peek';
  return `[${named}, ${until}]`;
}

/**
 * Decoration in words: bullets, numbers and checkboxes of lists, notes, link targets, images, and table cells. Purely
 * visual decoration is left out.
 *
 * @param place where in its line it is
 */
export function spokenDecoration(
  { text, style }: Span,
  place: 'first' | 'between' | 'last',
): string {
  switch (style.role) {
    case 'marker':
      return text.trim() === ''
        ? ''
        : text.replace('[x] ', 'Done: ').replace('[ ] ', 'Not done: ').trimStart();
    case 'note':
      return noteText(text);
    case 'rule':
      return cellText(text.match(/[│|]/g)?.length ?? 0, place);
    case 'heading':
    case 'quote':
    case 'code':
      return '';
    default:
      return text;
  }
}

/** The number of a note. At the note itself, its text follows. */
function noteText(text: string): string {
  const own = /^\[(\d+)\] ?$/.exec(text);
  if (own && text.endsWith(' ')) return `Note ${own[1]}: `;
  return text.trim() === '' ? '' : text.replace(/\[(\d+)\]/g, ' (note $1)');
}

/** What separates two cells of a table. Several borders in a row have empty cells between them. */
function cellText(borders: number, place: 'first' | 'between' | 'last'): string {
  if (borders === 0) return '';
  if (place === 'first') return 'empty; '.repeat(borders);
  if (place === 'last') return '; empty'.repeat(borders);
  return `; ${'empty; '.repeat(borders - 1)}`;
}
