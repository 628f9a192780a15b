import type { Cutting } from './cutting.ts';
import type { Syntax } from './syntax.ts';
import { blockEnd } from './text-scan.ts';

const COMMENT = /<!--/g;
const COMMENT_END = /-->/g;

/** HTML that goes on over blank lines, by its beginning, and where it ends (CommonMark 4.6, kinds 1, 3 to 5). */
const HTML_ENDS: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![A-Za-z]/, />/],
];

/** HTML and comments within a spoiler: a heading in them ends no section. */
export const html: Syntax = {
  name: 'html',
  innerMarkers: '<!--|^[ \\t>]*<[a-z!?/]',
  read(marker, at, cutting) {
    if (marker === '<!--') return readComment(at, cutting);
    const bracket = at + marker.indexOf('<');
    if (at >= cutting.htmlEnd) cutting.htmlEnd = endOfHtml(bracket, cutting);
    if (cutting.text.startsWith('<!--', bracket)) readComment(bracket, cutting);
    else cutting.frames.position = bracket > at ? bracket : bracket + 1;
  },
  escapes: [],
  lookAlikes: [],
};

function readComment(at: number, cutting: Cutting): void {
  cutting.frames.position = at + 4;
  const end = cutting.next(COMMENT_END, at + 4);
  // where another comment begins first, this one was left open, and headings still count
  if (end < cutting.next(COMMENT, at + 4)) cutting.htmlEnd = Math.max(cutting.htmlEnd, end);
}

/** HTML goes on to a blank line, or over blank lines to an end of its own (CommonMark 4.6). */
function endOfHtml(bracket: number, { text }: Cutting): number {
  const beginning = text.slice(bracket, bracket + 12);
  const end = HTML_ENDS.find(([start]) => start.test(beginning))?.[1];
  if (!end) return blockEnd(text, bracket);
  const found = text.slice(bracket).search(end);
  return found === -1 ? Number.POSITIVE_INFINITY : bracket + found;
}
