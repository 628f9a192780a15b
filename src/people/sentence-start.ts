import { fold } from '../text/fold.ts';
import { isTitle } from './name-words.ts';

/** What comes before the first word of a sentence, which has a capital whatever it is. */
const BEFORE = /(?:^|[.!?:;…]["'”’»)\]*_~]*\s+|["“‘«([|>]\s*|[-–—•]\s+)$/;
/** A title or an initial whose period ends no sentence. */
const SHORT = /(?:^|[^\p{L}\p{M}])(\p{L}+)\.\s$/u;
/** Characters to look back: a title and what surrounds it. */
const BACK = 16;

/** Whether a sentence begins at an offset of a text, in UTF-16 code units. */
export function isAtSentenceStart(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - BACK), offset);
  const short = SHORT.exec(before)?.[1];
  if (short !== undefined && (short.length === 1 || isTitle(fold(short)))) return false;
  return BEFORE.test(before);
}
