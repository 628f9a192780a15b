import { cut } from '../../gated/cut.ts';
import { isText, type Piece } from '../../gated/spoiler.ts';
import { type Edit, edited } from './edits.ts';
import { fixedAttributes } from './fix-attributes.ts';
import { missingEnd } from './missing-ends.ts';

/** A fix can uncover another mistake, as an end that closes what is around it. */
const MOST_ROUNDS = 20;

/** A body with readable attributes and closed spoilers, as far as there is one way only to write them. */
export function fixBody(body: string): string {
  let fixed = body;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = nextFix(fixed);
    if (next === undefined) return fixed;
    fixed = next;
  }
  return fixed;
}

/**
 * The body with one more mistake fixed. A fix must not show what somebody hid. What is hidden only because it follows
 * attributes that could not be read (docs/format.md) was not: it shows once they can be.
 */
function nextFix(body: string): string | undefined {
  const { problems } = cut(body);
  for (const { rule, offset } of problems) {
    const edit = editFor(rule, body, offset);
    if (!edit) continue;
    const next = edited(body, [edit]);
    const isFixed = cut(next).problems.length < problems.length;
    if (isFixed && isWithin(publicText(next), publicText(body, offset))) return next;
  }
  return undefined;
}

function editFor(rule: string, body: string, offset: number): Edit | undefined {
  if (rule === 'spoiler/attributes') return fixedAttributes(body, offset);
  return rule === 'spoiler/unclosed' ? missingEnd(body, offset) : undefined;
}

/**
 * What somebody sees of a body who has watched nothing, without white space.
 *
 * @param brace attributes that could not be read: what follows them counts as seen
 */
function publicText(body: string, brace?: number): string {
  const textOf = (piece: Piece): string => {
    if (isText(piece)) return piece.text;
    const isRest = piece.form === 'words' && piece.isBroken && piece.offset === brace;
    return isRest && body[piece.offset] === '{' ? piece.pieces.map(textOf).join('') : '';
  };
  return cut(body).pieces.map(textOf).join('').replace(/\s+/g, '');
}

/** Whether a text is what is left of another one after something is taken out. */
function isWithin(text: string, whole: string): boolean {
  let at = 0;
  for (const letter of text) {
    at = whole.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
