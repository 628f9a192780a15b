import { SYNTAXES } from '../syntax/syntaxes.ts';
import type { AuthorFile } from './author-file.ts';
import type { Finding } from './finding.ts';
import type { FlatBody } from './passages.ts';

const LOOK_ALIKES = SYNTAXES.flatMap(({ lookAlikes }) => lookAlikes);
/** What says of itself that it is a spoiler, and has no gate. */
const UNGATED = SYNTAXES.flatMap(({ announcements = [] }) => announcements);

/** What announces spoilers to a reader who sees all that follows. */
const ANNOUNCED =
  /^(?:[^\w\n]{0,10}|#{1,6}[^\S\n].{0,40})(?:major |minor |mild |big )?spoilers?[^\w\n]{0,3}(?:ahead|alert|warning|below|follow(?:s|ing)?)\b/gim;

const HIDES_NOTHING =
  'this looks like a spoiler but hides nothing; use `:spoiler[words]{after=S01E10}`, a `:::spoiler` block, or a gate at the end of the heading (docs/format.md)';

/**
 * Text that its author may take for a spoiler, and that hides nothing. What can be nothing else is hidden, and
 * reported by the cutter.
 */
export function lookAlikeFindings(file: AuthorFile, { passages }: FlatBody): Finding[] {
  return passages.flatMap(({ text, offset, gate }) => {
    const find = (pattern: RegExp) => {
      // most texts have none, and a search takes half the time
      if (text.search(pattern) === -1) return [];
      return Array.from(text.matchAll(pattern), ({ index }) => offset + index).filter(
        (at) => !pattern.source.startsWith('^') || at === 0 || file.body[at - 1] === '\n',
      );
    };
    const isPublic = gate === undefined;
    const places = [...LOOK_ALIKES, ...(isPublic ? UNGATED : [])].flatMap(find);
    const announced = isPublic ? find(ANNOUNCED) : [];
    return [
      ...places.map((at) => file.finding('spoiler/look-alike', HIDES_NOTHING, file.inBody(at))),
      ...announced.map((at) =>
        file.finding(
          'spoiler/announced',
          'this announces spoilers, but the text after it is public; gate it',
          file.inBody(at),
        ),
      ),
    ];
  });
}
