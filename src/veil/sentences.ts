import { CLOSED, CURTAIN, END, OPENED } from './marks.ts';

/** A stretch of a view's text that is read as one statement: a sentence, a heading, a row of a table. */
export interface Sentence {
  /** Behind what begins its line: the marks of quotes, lists, headings, notes. */
  readonly from: number;
  /** Before the white space that follows it. */
  readonly to: number;
  /** A row of a table keeps its bars, or it would be none. */
  readonly isRow: boolean;
}

/** What begins a line and is no part of its sentence: quotes, bullets, boxes, headings, a note's label. */
const PREFIX =
  /(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t]+|\[[ xX]\][ \t]+|#{1,6}(?:[ \t]+|$)|\[\^[^\]\s]+\]:[ \t]*)*/y;
/** A line that begins a block of its own even right behind another. Only a list that begins with 1 can. */
const OWN_BLOCK = /^(?: {0,3}>)* {0,3}(?:(?:[-*+]|1[.)])[ \t]+\S|\[\^[^\]\s]+\]:)/;
/** A heading is all of its line. */
const HEADING = /^(?: {0,3}>)* {0,3}#{1,6}(?:[ \t]|$)/;
/** The line on which code begins or ends: no sentence takes it along. */
const FENCE = /^[ \t>]*(?:[-*+][ \t]+)?(?:`{3,}|~{3,})/;
/** The row below a table's head. */
const DELIMITER_ROW = /^[ \t>|]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const MARK = `(?:[${CURTAIN}${OPENED}]\\d*${END}|${CLOSED})`;
/** A line with a mark and nothing that shows. */
const MARK_LINE = new RegExp(`^[ \\t>*+-]*${MARK}[ \\t]*$`);
/** Where a sentence may end, up to the white space behind it. An ellipsis ends none. */
const END_OF_SENTENCE = new RegExp(
  `(?<![.!?…\\\\])(?!\\.{2})[.!?]+(?![.!?…])(?:["'”’»)\\]*_~\`]|${MARK})*(?=\\s)|[。！？]`,
  'g',
);
/**
 * What has a full stop and ends no sentence: a shortened word, an initial. It is asked in small letters, as a
 * pattern for letters of either case takes long to make.
 */
const ABBREVIATION =
  /(?:^|[^\p{L}\p{N}])(?:mr|mrs|ms|dr|st|prof|capt|col|gen|lt|sgt|sr|jr|no|vs|etc|cf|ca|rev|gov|sen|gen|inc|co|ltd|ph\.d|[ap]\.m|e\.g|i\.e|\p{Ll})\.$/u;
/** What may hold a full stop that ends no sentence: comments, tags, the target and title of a link. */
const NO_END =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?<\/\1\s*>|<[^<>]*>|\[[^[\]]*\](?:\([^()]*\))?/gi;

/**
 * The sentences of a view's text, in their order. Where it cannot be told whether one ends, it goes on: a
 * secret is then found in more, never in less.
 */
export function* sentences(text: string): Generator<Sentence> {
  for (const block of blocks(text)) yield* sentencesOf(text, block);
}

interface Block {
  readonly from: number;
  /** Before the line feed of its last line. */
  readonly to: number;
  readonly kind: 'text' | 'heading' | 'row';
}

/** Lines that belong together: paragraphs, items, headings, rows. Blank lines and lines of marks are in none. */
function* blocks(text: string): Generator<Block> {
  let lines: { from: number; to: number }[] = [];
  let isTable = false;
  const flush = function* (): Generator<Block> {
    const [first] = lines;
    const last = lines.at(-1);
    if (first && last && !isTable) yield { from: first.from, to: last.to, kind: 'text' };
    else for (const line of lines) yield { ...line, kind: 'row' };
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
      if (line.slice(opener).trim() !== '') yield { from: from + opener, to, kind: 'heading' };
    } else if (HEADING.test(line)) {
      yield* flush();
      yield { from, to, kind: 'heading' };
    } else {
      if (OWN_BLOCK.test(line)) yield* flush();
      const head = lines.at(-1);
      const isDelimiter = head && line.includes('|') && DELIMITER_ROW.test(line);
      if (isDelimiter && cells(text.slice(head.from, head.to)) === cells(line)) {
        // what stands above a table's head is a paragraph of its own
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

/** How many cells a row has. */
function cells(line: string): number {
  return line
    .replace(/^[ \t>]*\|?|\|?[ \t]*$/g, '')
    .replace(/\\\|/g, '')
    .split('|').length;
}

function* sentencesOf(text: string, { from, to, kind }: Block): Generator<Sentence> {
  PREFIX.lastIndex = from;
  PREFIX.exec(text);
  let start = Math.min(Math.max(PREFIX.lastIndex, from), to);
  if (kind === 'text') {
    const block = text
      .slice(from, to)
      .replace(NO_END, (unseen) => unseen.replace(/[.!?…。！？]/g, '_'));
    for (const match of block.matchAll(END_OF_SENTENCE)) {
      const stop = from + match.index;
      const end = stop + match[0].length;
      if (end >= to) break;
      if (end <= start) continue;
      if (!endsSentence(text, start, stop + 1, end)) continue;
      yield { from: start, to: end, isRow: false };
      start = end + (/^\s*/.exec(text.slice(end, to))?.[0].length ?? 0);
    }
  }
  const end = start + text.slice(start, to).trimEnd().length;
  if (end > start) yield { from: start, to: end, isRow: kind === 'row' };
}

/** Whether a full stop ends the sentence: it is of no shortened word, and no small letter follows. */
function endsSentence(text: string, start: number, stop: number, end: number): boolean {
  const behind = text.slice(end, end + 40).replace(/^[\s"“‘'«([*_~`\uFDD0-\uFDD3\d]+/, '');
  if (/^\p{Ll}/u.test(behind)) return false;
  return !ABBREVIATION.test(text.slice(Math.max(start, stop - 12), stop).toLowerCase());
}
