import type { Construct, Cutting } from './cutting.ts';
import type { Syntax } from './syntax.ts';
import { lineEnd } from './text-scan.ts';

/** HTML that is not rendered, or shown verbatim: nothing in it ends a spoiler around it. */
const OPAQUE: Construct = { name: 'opaque HTML', form: undefined, isClosable: true, isRange: true };

const COMMENT = /<!--/g;
const COMMENT_END = /-->/g;

/** HTML that continues across blank lines, by its start, and its end (CommonMark 4.6, kinds 1 and 3 to 5). */
const HTML_ENDS: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/gi],
  [/^<\?/, /\?>/g],
  [/^<!\[CDATA\[/, /\]\]>/g],
  [/^<![A-Za-z]/, />/g],
];

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** HTML and comments within a spoiler: a heading in them ends no section. */
export const html: Syntax = {
  name: 'html',
  innerMarkers: '<!--|^[ \\t>]*<[a-z!?/]',
  read(marker, at, cutting) {
    const { text, frames } = cutting;
    const bracket = at + marker.indexOf('<');
    frames.position = bracket > at ? bracket : bracket + 1;
    if (!frames.isInside || frames.isOpaque) return;
    if (text.startsWith('<!--', bracket)) {
      frames.position = bracket + 4;
      readComment(bracket, cutting);
    } else if (bracket === at && at >= (frames.closable.htmlEnd ?? 0))
      readElement(bracket, cutting);
  },
  escapes: [],
  lookAlikes: [],
};

function readComment(at: number, cutting: Cutting): void {
  const end = cutting.next(COMMENT_END, at + 4);
  // another comment begins first, so this one was left open, and its content counts
  if (end >= cutting.next(COMMENT, at + 4)) return;
  cutting.frames.push({ construct: OPAQUE, start: at, end: end + 3 });
}

function readElement(at: number, cutting: Cutting): void {
  const { text, frames } = cutting;
  const end = HTML_ENDS.find(([start]) => start.test(text.slice(at, at + 12)))?.[1];
  if (!end) {
    frames.closable.htmlEnd = endOfElement(at, cutting);
    return;
  }
  const found = cutting.next(end, at);
  if (found === Number.POSITIVE_INFINITY) frames.closable.htmlEnd = found;
  else frames.push({ construct: OPAQUE, start: at, end: found });
}

/**
 * HTML continues to a blank line (CommonMark 4.6), but a heading after its last end tag is a heading: hidden text must
 * not decide its own end. A line that only starts with a word in angle brackets is not HTML.
 */
function endOfElement(at: number, { text, frames }: Cutting): number {
  const blank = frames.blockEnd(at);
  let depth = 0;
  for (let from = at; from < blank; ) {
    const end = Math.min(lineEnd(text, from), blank);
    const line = text.slice(from, end);
    for (const [, slash, name = '', rest = ''] of line.matchAll(
      /<(\/?)([a-z][^\s<>/]*)([^<>]*)/gi,
    )) {
      if (VOID.test(name) || rest.endsWith('/') || /[:@]/.test(name)) continue;
      depth = Math.max(0, depth + (slash === '/' ? -1 : 1));
    }
    if (depth === 0) return end;
    from = end + 1;
  }
  return blank;
}
