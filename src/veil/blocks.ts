import { CLOSED, CURTAIN, END, OPENED } from './marks.ts';

/** Lines of a view's text that belong together. */
export interface Block {
  readonly from: number;
  /** The offset before the line feed of its last line. */
  readonly to: number;
  /** `line`: the info string of a code fence; `head`: the first row of a table. */
  readonly kind: 'paragraph' | 'item' | 'definition' | 'heading' | 'line' | 'head' | 'row';
  /** The columns before its first line, or before an item's marker, without quote markers. */
  readonly indent: number;
  /** The columns before an item's text; for other blocks the same as `indent`. */
  readonly textIndent: number;
}

/** A pattern for a view's marks. */
export const MARK = `(?:[${CURTAIN}${OPENED}]\\d*${END}|${CLOSED})`;

const QUOTE = /^(?: {0,3}> ?)*/;
const ITEM = /^([-*+]|\d{1,9}[.)])([ \t]+)(?=\S)/;
/** A line that starts a new block even right after another line. An ordered list can only if it starts with 1. */
const OWN_BLOCK = /^(?: {0,3}>)* {0,3}(?:(?:[-*+]|1[.)])[ \t]+\S|\[\^[^\]\s]+\]:)/;
/** A heading, which takes its whole line. */
const HEADING = /^(?: {0,3}>)* {0,3}#{1,6}(?:[ \t]|$)/;
/** A setext underline, which turns the lines above into a heading. */
const UNDERLINE = /^(?: {0,3}>)* {0,3}(?:=+|-+)[ \t]*$/;
/** The definition of the term on the line above, as in definition lists. */
const DEFINITION = /^(?: {0,3}>)* {0,3}:[ \t]/;
/** The line of a code fence, which is never part of a sentence. */
const FENCE = /^[ \t>]*(?:[-*+][ \t]+)?(?:`{3,}|~{3,})/;
/** The delimiter row below a table's header. */
const DELIMITER_ROW = /^[ \t>|]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
/** A line with marks and nothing visible. */
const MARK_LINE = new RegExp(`^[ \\t>*+-]*${MARK}[ \\t]*$`);

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Paragraphs, items, headings and rows, in order. Blank lines and lines of marks belong to none. */
export function* blocks(text: string): Generator<Block> {
  let lines: Span[] = [];
  let isTable = false;
  const flush = function* (asHeading = false): Generator<Block> {
    const [first] = lines;
    const last = lines.at(-1);
    if (first && last && !isTable) yield blockOf(text, lines, asHeading);
    else
      for (const [row, line] of lines.entries())
        yield { ...flat(line), kind: row === 0 ? 'head' : 'row' };
    lines = [];
    isTable = false;
  };
  for (let from = 0; from < text.length; ) {
    const feed = text.indexOf('\n', from);
    const to = feed === -1 ? text.length : feed;
    const line = text.slice(from, to);
    if (/^[ \t>]*$/.test(line) || MARK_LINE.test(line)) yield* flush();
    else if (FENCE.test(line)) {
      yield* flush();
      const opener = FENCE.exec(line)?.[0].length ?? 0;
      if (line.slice(opener).trim() !== '')
        yield { ...flat({ from: from + opener, to }), kind: 'line' };
    } else if (HEADING.test(line)) {
      yield* flush();
      yield { ...flat({ from, to }), kind: 'heading' };
    } else if (lines.length > 0 && !isTable && UNDERLINE.test(line)) {
      lines.push({ from, to });
      yield* flush(true);
    } else {
      if (OWN_BLOCK.test(line)) yield* flush();
      const head = lines.at(-1);
      const isDelimiter = head && line.includes('|') && DELIMITER_ROW.test(line);
      if (isDelimiter && cells(text.slice(head.from, head.to)) === cells(line)) {
        // the text above a table's header is a separate paragraph
        lines.pop();
        yield* flush();
        lines.push(head);
        isTable = true;
      }
      lines.push({ from, to });
    }
    from = to + 1;
  }
  yield* flush();
}

function blockOf(text: string, lines: readonly Span[], asHeading: boolean): Block {
  const from = lines[0]?.from ?? 0;
  const to = lines.at(-1)?.to ?? from;
  if (asHeading) return { ...flat({ from, to }), kind: 'heading' };
  const first = text.slice(from, to).replace(QUOTE, '');
  const indent = columnsOf(/^[ \t]*/.exec(first)?.[0] ?? '');
  const marker = ITEM.exec(first.trimStart());
  if (marker) return { from, to, kind: 'item', indent, textIndent: indent + columnsOf(marker[0]) };
  const isDefined = lines.some((line) => DEFINITION.test(text.slice(line.from, line.to)));
  return { from, to, kind: isDefined ? 'definition' : 'paragraph', indent, textIndent: indent };
}

function flat({ from, to }: Span) {
  return { from, to, indent: 0, textIndent: 0 };
}

/** The width of white space and a marker in columns, with tabs as four. */
function columnsOf(start: string): number {
  return start.replaceAll('\t', '    ').length;
}

/** The number of cells in a row. */
function cells(line: string): number {
  return line
    .replace(/^[ \t>]*\|?|\|?[ \t]*$/g, '')
    .replace(/\\\|/g, '')
    .split('|').length;
}
