import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import { CLOSED, CURTAIN, END, OPENED } from '../veil/marks.ts';
import { type Piece, pieces } from './leaf.ts';

/** A mark with nothing behind it but spaces. */
const LINE = new RegExp(`^(?:[${CURTAIN}${OPENED}]\\d*${END}?|${CLOSED})[ \\t]*$`);
const MARK = `[${CURTAIN}${OPENED}]\\d*${END}?|[${CLOSED}${END}]`;
/** A mark at a place in a line. */
const INLINE = new RegExp(MARK, 'y');
const ANY = new RegExp(MARK, 'g');
const BRACKET = new RegExp(`[${OPENED}${CLOSED}]`, 'g');
/** Plain text: up to what another rule may begin with, or a mark. */
const TEXT = new RegExp(`[^\\n!#$%&*+\\-:<=>@[\\\\\\]^_\`{}~${CURTAIN}-${END}]+`, 'y');

/**
 * Teaches markdown-it the marks of a view.
 *
 * A line that is only a mark is a block, whatever stands before it: a curtain, or the region of an open
 * spoiler, which ends at the line of its `CLOSED`, and with the quote or list item it stands in. A region
 * is parsed on its own, so that what is left open in it (a comment, a fence) cannot touch what follows.
 * Within a line it is the same.
 *
 * Tokens: `curtain`, `region_open`, `region_close` with `meta.index`, `region_end` for a stray `CLOSED`;
 * in a line `mark` with the mark as content.
 */
export function markRules(md: MarkdownIt): void {
  md.block.ruler.before('table', 'mark', blockMark, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.inline.ruler.at('text', text);
  md.inline.ruler.after('text', 'mark', inlineMark);
}

function blockMark(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const mark = markOfLine(state, start);
  if (!mark || mark.kind === 'text') return false;
  if (silent) return true;
  state.line = start + 1;
  if (mark.kind === 'closed') {
    state.push('region_end', '', 0);
    return true;
  }
  if (mark.kind === 'curtain') {
    state.push('curtain', '', 0).meta = { index: mark.index };
    return true;
  }
  const close = regionEnd(state, start, end);
  const { parentType, lineMax } = state;
  state.parentType = 'region';
  state.lineMax = close;
  const open = state.push('region_open', '', 1);
  open.meta = { index: mark.index };
  const first = state.tokens.length;
  state.md.block.tokenize(state, start + 1, close);
  keepNotesInside(state, first, open);
  state.push('region_close', '', -1);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.line = close < end && markOfLine(state, close)?.kind === 'closed' ? close + 1 : close;
  return true;
}

/** A note's definition is moved to the end of the text; what it says stays within its region. */
function keepNotesInside(state: StateBlock, first: number, open: Token): void {
  const inner = state.tokens.splice(first);
  for (const token of inner) {
    if (token.type === 'footnote_reference_close') state.push('region_close', '', -1);
    state.tokens.push(token);
    if (token.type === 'footnote_reference_open') state.push('region_open', '', 1).meta = open.meta;
  }
}

/**
 * The line on which a region closes, or the first one behind the quote or list item it stands in. All
 * marks between are counted, as one may stand behind the bullet of an item.
 */
function regionEnd(state: StateBlock, start: number, end: number): number {
  let depth = 1;
  let line = start + 1;
  for (; line < end; line++) {
    if ((state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line)) break;
    for (const [mark] of state.src
      .slice(state.bMarks[line], state.eMarks[line])
      .matchAll(BRACKET)) {
      depth += mark === OPENED ? 1 : -1;
      if (depth === 0) return markOfLine(state, line) ? line : line + 1;
    }
  }
  return line;
}

function markOfLine(state: StateBlock, line: number): Piece | undefined {
  const from = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (!isMark(state.src.charCodeAt(from))) return undefined;
  const text = state.src.slice(from, state.eMarks[line]);
  return LINE.test(text) ? pieces(text.trimEnd())[0] : undefined;
}

/** The rule of markdown-it for plain text, which would run over marks. */
function text(state: StateInline, silent: boolean): boolean {
  TEXT.lastIndex = state.pos;
  if (!TEXT.test(state.src)) return false;
  const end = Math.min(TEXT.lastIndex, state.posMax);
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

function inlineMark(state: StateInline, silent: boolean): boolean {
  if (!isMark(state.src.charCodeAt(state.pos))) return false;
  INLINE.lastIndex = state.pos;
  const mark = INLINE.exec(state.src)?.[0] ?? '';
  const from = state.pos + mark.length;
  if (!silent) state.push('mark', '', 0).content = mark;
  state.pos = Math.min(from, state.posMax);
  const close = mark.startsWith(OPENED) ? closeOf(state, from) : -1;
  if (close < 0) return true;
  if (!silent) {
    const inner: typeof state.tokens = [];
    state.md.inline.parse(state.src.slice(from, close), state.md, state.env, inner);
    for (const token of inner) {
      state.tokens.push(token);
      state.tokens_meta.push(undefined);
    }
    state.push('mark', '', 0).content = CLOSED;
  }
  state.pos = close + 1;
  return true;
}

/** Where each opening of a text closes, by the place behind its `OPENED`: found once for a text. */
const closes = new WeakMap<StateInline, ReadonlyMap<number, number>>();

/** Where the `CLOSED` of an opening stands whose text begins at `from`; below 0: not in this text. */
function closeOf(state: StateInline, from: number): number {
  let found = closes.get(state);
  if (!found) {
    found = pairs(state.src);
    closes.set(state, found);
  }
  const close = found.get(from) ?? -1;
  return close < state.posMax ? close : -1;
}

function pairs(src: string): Map<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (const match of src.matchAll(ANY)) {
    const from = match.index + match[0].length;
    if (match[0].startsWith(OPENED)) open.push(from);
    else if (match[0] === CLOSED) {
      const opening = open.pop();
      if (opening !== undefined) found.set(opening, match.index);
    }
  }
  return found;
}

function isMark(code: number): boolean {
  return code >= 0xfdd0 && code <= 0xfdd3;
}
