import { graphemes } from './columns.ts';
import { segments } from './segments.ts';

/** A letter of a script written without spaces: a line may break before or after it. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65]/u;
/** A letter of a script written without spaces that still breaks lines between words only. */
const UNSPACED_WORDS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Characters that may not start or end a line in such a script (the common part of JIS X 4051). */
const NO_START =
  /^[\p{Pe}\p{Pf}\p{M}、。，．・：；？！ー～々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ!?.,:;ๆฯ]/u;
const NO_END = /[\p{Ps}\p{Pi}]$/u;

let segmenter: Intl.Segmenter | undefined;

/** Whether a text has letters of a script written without spaces. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text) || UNSPACED_WORDS.test(text);
}

/** The parts of a word between which a line may break, in order. */
export function units(text: string): string[] {
  const found: string[] = [];
  let unit = '';
  for (const part of partsOf(text)) {
    const isEdge = isUnspaced(unit.slice(-2)) || isUnspaced(part);
    if (unit !== '' && isEdge && !NO_START.test(part) && !NO_END.test(unit)) {
      found.push(unit);
      unit = '';
    }
    unit += part;
  }
  return [...found, unit];
}

/** Words where there are letters of a script whose lines break between words; else graphemes. */
function partsOf(text: string): Iterable<string> {
  if (!UNSPACED_WORDS.test(text)) return graphemes(text);
  // the segmenter uses the dictionaries of all these scripts, whatever its locale
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  return segments(segmenter, text);
}
