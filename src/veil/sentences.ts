import { endsInAbbreviation } from './abbreviations.ts';
import { type Block, blocks, MARK } from './blocks.ts';

/** A stretch of a view's text that reads as one statement: a sentence, an item, a heading, a table row. */
export interface Sentence {
  /** The offset after the quote, list, heading or footnote markers at the start of its line. */
  readonly from: number;
  /** The offset before the white space that follows it. */
  readonly to: number;
  /** A table row, which must keep its bars to remain one. */
  readonly isRow: boolean;
  /**
   * What it is read together with, in order: the heading right above, the items it is nested in, the header of its
   * table, the question it answers.
   */
  readonly context: readonly Sentence[];
}

/** What starts a line but is not part of its sentence: quote, list and heading markers, check boxes, note labels. */
const PREFIX =
  /(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t]+|\[[ xX]\][ \t]+|#{1,6}(?:[ \t]+|$)|\[\^[^\]\s]+\]:[ \t]*)*/y;
/** A possible end of a sentence, up to the white space after it. An ellipsis is not one. */
const END_OF_SENTENCE = new RegExp(
  `(?<![.!?…\\\\])(?!\\.{2})[.!?]+(?![.!?…])(?:["'”’»)\\]*_~\`]|${MARK})*(?=\\s)|[。！？]`,
  'g',
);
/** What may contain a period that does not end a sentence: comments, tags, a link's target and title. */
const NO_END =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?<\/\1\s*>|<[^<>]*>|\[[^[\]]*\](?:\([^()]*\))?/gi;
/** An all-bold line, which serves as a heading. */
const BOLD_LINE = /^(\*\*|__)(?=\S).*\S\1:?$/;
/** What introduces the block below. */
const LEADS_ON = /[:?：？]["'”’»)\]*_~`]*$/;
/** A question, followed by closing quotes or emphasis markers. */
const QUESTION = /[?？]["'”’»)\]*_~`]*$/;

/**
 * The sentences of a view's text, in order. In doubt a sentence continues: a secret is then found in more text, never
 * in less.
 */
export function* sentences(text: string): Generator<Sentence> {
  /** What is right above and read together with what follows; it applies to one paragraph or one whole list. */
  let lead: readonly Sentence[] = [];
  let isInList = false;
  let items: { readonly textIndent: number; readonly sentence: Sentence }[] = [];
  let head: readonly Sentence[] = [];
  let last: Sentence | undefined;
  for (const block of blocks(text)) {
    const { kind, indent, textIndent } = block;
    items = items.filter((item) => item.textIndent <= indent && kind !== 'heading');
    const nested = items.map(({ sentence }) => sentence);
    const isListed = kind === 'item' || kind === 'head' || kind === 'row' || nested.length > 0;
    if (isInList && !isListed) lead = [];
    isInList = isListed;
    const before =
      kind === 'definition' && last && /^[ \t>]*:/.test(text.slice(block.from)) ? [last] : [];
    const context = [...lead, ...nested, ...(kind === 'row' ? head : []), ...before];
    for (const sentence of sentencesOf(text, block, context)) {
      yield sentence;
      last = sentence;
    }
    if (!last) continue;
    if (kind === 'item') items.push({ textIndent, sentence: last });
    if (kind === 'head') head = [last];
    if (isListed) continue;
    lead = leadsOn(text, block, last) ? [...lead, last] : [];
  }
}

/** Whether the text below a block is read together with it, or with its last sentence. */
function leadsOn(
  text: string,
  { kind, from, to }: Block,
  { to: end, from: start }: Sentence,
): boolean {
  if (kind === 'heading') return true;
  return BOLD_LINE.test(text.slice(from, to).trim()) || LEADS_ON.test(text.slice(start, end));
}

function* sentencesOf(
  text: string,
  { from, to, kind }: Block,
  context: readonly Sentence[],
): Generator<Sentence> {
  PREFIX.lastIndex = from;
  PREFIX.exec(text);
  let start = Math.min(Math.max(PREFIX.lastIndex, from), to);
  let asked: readonly Sentence[] = [];
  if (kind === 'paragraph') {
    const block = text
      .slice(from, to)
      .replace(NO_END, (unseen) => unseen.replace(/[.!?…。！？]/g, '_'));
    for (const match of block.matchAll(END_OF_SENTENCE)) {
      const stop = from + match.index;
      const end = stop + match[0].length;
      if (end >= to) break;
      if (end <= start) continue;
      if (!endsSentence(text, start, stop, end)) continue;
      const sentence = { from: start, to: end, isRow: false, context: [...context, ...asked] };
      yield sentence;
      asked = QUESTION.test(text.slice(start, end)) ? [sentence] : [];
      start = end + (/^\s*/.exec(text.slice(end, to))?.[0].length ?? 0);
    }
  }
  const end = start + text.slice(start, to).trimEnd().length;
  const isRow = kind === 'row' || kind === 'head';
  if (end > start) yield { from: start, to: end, isRow, context: [...context, ...asked] };
}

/** Whether a period ends the sentence: it belongs to no abbreviation, and no lower-case letter follows. */
function endsSentence(text: string, start: number, stop: number, end: number): boolean {
  const behind = text.slice(end, end + 40).replace(/^[\s"“‘'«([*_~`\uFDD0-\uFDD3\d]+/, '');
  if (/^\p{Ll}/u.test(behind)) return false;
  return text[stop] !== '.' || !endsInAbbreviation(text.slice(Math.max(start, stop - 24), stop));
}
