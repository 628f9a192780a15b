import { graphemes } from './columns.ts';

/** A letter of a script that is written without spaces: a line may break before and behind it. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65]/u;
/** What may not begin a line of such a script, or end one (JIS X 4051, the common part). */
const NO_START =
  /^[\p{Pe}\p{Pf}\p{M}、。，．・：；？！ー～々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ!?.,:;]/u;
const NO_END = /[\p{Ps}\p{Pi}]$/u;

/** Whether a text has letters of a script that is written without spaces. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** The parts of a word between which a line may break, in order. */
export function units(text: string): string[] {
  const found: string[] = [];
  let unit = '';
  for (const grapheme of graphemes(text)) {
    const isEdge = UNSPACED.test(unit.slice(-2)) || UNSPACED.test(grapheme);
    if (unit !== '' && isEdge && !NO_START.test(grapheme) && !NO_END.test(unit)) {
      found.push(unit);
      unit = '';
    }
    unit += grapheme;
  }
  return [...found, unit];
}
