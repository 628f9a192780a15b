import type { Cutting } from './cutting.ts';

/** Reports a mistyped marker, or another program's, that can only mean a spoiler and is read as one. */
export function reportLookAlike(written: string, at: number, { frames }: Cutting): void {
  frames.report(
    'spoiler/look-alike',
    `${written} is hidden, but it is not spoiler syntax; write \`:spoiler[words]{after=S01E10}\` or a \`:::spoiler\` block (docs/format.md)`,
    at,
  );
}

/** Full-width characters that people type for those of a spoiler. */
const WIDE = /[｜：＞！＜［］｛｝＝]/g;

/** A body with ASCII in place of full-width characters that may belong to a spoiler. Offsets stay the same. */
export function narrowed(body: string): string {
  return body.replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Whether a word is `spoiler`, or one typo away from it: a letter missing, doubled, wrong or swapped. */
export function isAlmostSpoiler(word: string): boolean {
  const [a, b] = [word.toLowerCase(), 'spoiler'];
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  const rest = (text: string, skipped: number) => text.slice(from + skipped);
  const isSwapped = a[from] === b[from + 1] && a[from + 1] === b[from];
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    (isSwapped && rest(a, 2) === rest(b, 2))
  );
}
