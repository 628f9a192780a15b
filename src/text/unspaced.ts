import { graphemes } from './columns.ts';
import { segments } from './segments.ts';

/** A letter of a script that is written without spaces: a line may break before and behind it. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65]/u;
/** A letter of a script that is written without spaces, whose lines break between words. */
const UNSPACED_WORDS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What may not begin a line of such a script, or end one (JIS X 4051, the common part). */
const NO_START =
  /^[\p{Pe}\p{Pf}\p{M}、。，．・：；？！ー～々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ!?.,:;ๆฯ]/u;
const NO_END = /[\p{Ps}\p{Pi}]$/u;

let segmenter: Intl.Segmenter | undefined;

/** Whether a text has letters of a script that is written without spaces. */
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
  // the dictionaries for all of these scripts are used whatever the language
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  return segments(segmenter, text);
}
