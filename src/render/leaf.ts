import { CLOSED, CURTAIN, END, OPENED } from '../veil/marks.ts';

/** A part of a text that may hold marks. An index is missing where the mark is malformed. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'curtain'; readonly index: number | undefined }
  | { readonly kind: 'opened'; readonly index: number | undefined }
  | { readonly kind: 'closed' };

/** One mark; what is malformed is taken whole as well, so that nothing of it is printed. */
const WHOLE_MARK = new RegExp(`[${CURTAIN}${OPENED}](\\d*)(${END})?|${CLOSED}|${END}`, 'g');

/** A mark, or a part of one. */
export const MARK = new RegExp(`[${CURTAIN}${OPENED}${CLOSED}${END}]`);

/**
 * Splits a text at the marks of `veil/marks.ts`.
 *
 * @param text as it stands in the view: to be split before entities are decoded in it
 * @returns its pieces in order; the texts hold no marks and are not empty
 */
export function pieces(text: string): Piece[] {
  if (!MARK.test(text)) return text === '' ? [] : [{ kind: 'text', text }];
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(WHOLE_MARK)) {
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) });
    const piece = pieceOf(match);
    if (piece) found.push(piece);
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) });
  return found;
}

function pieceOf([mark, digits, end]: RegExpMatchArray): Piece | undefined {
  const index = digits && end ? Number(digits) : undefined;
  if (mark.startsWith(CURTAIN)) return { kind: 'curtain', index };
  if (mark.startsWith(OPENED)) return { kind: 'opened', index };
  return mark === CLOSED ? { kind: 'closed' } : undefined;
}
