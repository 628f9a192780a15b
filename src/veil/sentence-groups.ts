import { MARK } from './blocks.ts';

/** A stretch of a text, in UTF-16 code units. */
interface Group {
  readonly from: number;
  readonly to: number;
}

const BLANK_LINES = /(?:\n[ \t>]*)+(?=\n)/g;
/** A line that may be more than one of a paragraph: a heading, an item, a row, a mark. */
const NO_PROSE = /^(?![\p{L}"“‘«(]).|^[ \t]/mu;
/** The end of what introduces the next paragraph. */
const LEADS_ON = /[:?：？]["'”’»)\]*_~`]*\s*$/;
/** What certainly begins with words. */
const WORDS = '[\\p{L}"“‘«(].*';
const HEADING = new RegExp(`^#{1,6} ${WORDS}\\s*$`, 'u');
/** Items that have no items or paragraphs within them; all but the first may be closed. */
const LIST = new RegExp(`^[-*+] ${WORDS}(?:\\n[-*+] (?:${WORDS}|${MARK}[ \\t]*))*\\s*$`, 'u');

/**
 * Cuts a view's text where a sentence is certainly not read together with anything on the other side
 * (`Sentence.context`): between paragraphs, and before a heading that follows a paragraph or a list. Each group has by
 * itself the same sentences as within the text.
 */
export function sentenceGroups(text: string): Group[] {
  const groups: { readonly from: number; to: number }[] = [];
  const ends = [...Array.from(text.matchAll(BLANK_LINES), ({ index }) => index), text.length];
  let from = 0;
  let mayCut = false;
  for (const to of ends) {
    const block = text.slice(from, to).replace(/^(?:[ \t>]*\n)+/, '');
    const isProse = !NO_PROSE.test(block);
    const last = groups.at(-1);
    if (last && !(mayCut && (isProse || HEADING.test(block)))) last.to = to;
    else groups.push({ from, to });
    mayCut = isProse ? !LEADS_ON.test(block) : LIST.test(block);
    from = to;
  }
  return groups;
}
