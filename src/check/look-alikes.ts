import { SYNTAXES } from '../syntax/syntaxes.ts';
import type { AuthorFile } from './author-file.ts';
import type { Finding } from './finding.ts';
import type { FlatBody } from './passages.ts';

const LOOK_ALIKES = SYNTAXES.flatMap(({ lookAlikes }) => lookAlikes);

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
