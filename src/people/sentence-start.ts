/** What stands before the first word of a sentence, which has a capital whatever it is. */
const BEFORE = /(?:^|[.!?:;…]["'”’»)\]*_~]*\s+|["“‘«([|>]\s*|[-–—•]\s+)$/;

/** Whether a sentence begins at an offset of a text, in UTF-16 code units. */
export function isAtSentenceStart(text: string, offset: number): boolean {
  return BEFORE.test(text.slice(Math.max(0, offset - 12), offset));
}
