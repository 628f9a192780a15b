import type { AuthorFile } from './author-file.ts';
import type { Finding } from './finding.ts';
import type { FlatBody } from './passages.ts';

/**
 * What other programs, or a slip of the hand, write for a spoiler and recap takes for text. Each is looked
 * for in what the cutter has left as text.
 */
const LOOK_ALIKES: readonly RegExp[] = [
  /(?<![:\w])::?(?!spoiler\b)(?:spo?i?l{1,2}[a-z]{0,4}|sploier)(?=[[{])/gi, // :spoilr[words]
  /\[(?:spoilers|spoil|sp|hide|hidden|nsfw)(?:[=\s][^\]\n]{0,80})?\]/gi, // [hide]words[/hide]
  /\]\((?:#|\/)(?:s|sp|spoilers?)(?:[\s"'][^)\n]{0,300})?\)/gi, // [words](#spoiler), [title](/s "words")
  /<(?:spoilers?|hide|hidden)\b[^>\n]{0,80}>/gi, // <spoiler>words</spoiler>
  /<(?:span|div|p|section)\b[^>\n]{0,200}\b(?:class|id)\s*=\s*["']?[^"'>\n]{0,80}spoiler/gi,
  /!>[^\n<]{1,300}<!/g, // Reddit's the wrong way round
  /%%[^\n%]{1,300}%%/g, // a comment in some notes, a spoiler in others
  /\{\{\s*spoilers?\b[^\n]{0,80}/gi, // a wiki's template
  /\{[^{}\n]{0,80}\b(?:until|gate|through|watched|spoilers?)\s*[=:][^{}\n]{0,80}\}/gi, // {until=S01E05}
  /^[ \t]*(?:`{3,}|~{3,})\s*spoiler/gim, // a fence
];

/** What announces spoilers to a reader who sees all that follows. */
const ANNOUNCED =
  /^(?:[^\w\n]{0,10}|#{1,6}[^\S\n].{0,40})(?:major |minor |mild |big )?spoilers?[^\w\n]{0,3}(?:ahead|alert|warning|below|follow(?:s|ing)?)\b/gim;

/** Text that its author may take for a spoiler, and that hides nothing. */
export function lookAlikeFindings(file: AuthorFile, { passages }: FlatBody): Finding[] {
  return passages.flatMap(({ text, offset, gate }) =>
    [...LOOK_ALIKES, ...(gate === undefined ? [ANNOUNCED] : [])].flatMap((pattern) =>
      Array.from(text.matchAll(pattern), ({ index }) =>
        file.finding(
          'spoiler/look-alike',
          'this looks like a spoiler and hides nothing; write `:spoiler[words]{after=S01E10}`, a `:::spoiler` block or a gate behind the heading (docs/format.md)',
          file.inBody(offset + index),
        ),
      ),
    ),
  );
}
