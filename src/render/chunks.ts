import { CLOSED, END, OPENED } from '../veil/marks.ts';

/** The text that ends what a line has opened, tested line by line. */
interface Leaf {
  readonly end: RegExp;
  /** Where it may stand in a list item: its indent. A line indented less may end item and leaf. */
  readonly doubtful?: number;
}

const FENCE = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;
const LIST_ITEM = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const OPENED_LINE = new RegExp(`^[ \\t]*${OPENED}\\d*${END}?[ \\t]*$`);
const MARKS = new RegExp(`[${OPENED}${CLOSED}]`, 'g');
/** HTML that goes on over blank lines (CommonMark 4.6, kinds 1 to 5), and where it ends. */
const HTML: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![A-Za-z]/, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];
/** What may begin a chunk: a paragraph, or a heading that is not empty. */
const START = /^(?:#{1,6} +)?\p{L}/u;

/**
 * Cuts Markdown into chunks that mean the same each on its own: before a line that begins with a letter
 * or a heading, behind a blank one, outside of fences, HTML and open spoilers. Such a line ends every list
 * and quote. Where it can't be told what a line stands in, the rest is one chunk. One pass, linear.
 *
 * Link definitions reach over all chunks, footnotes make a text one chunk: neither is seen to here.
 *
 * @param size characters after which a chunk ends at the next such place
 * @returns where each chunk begins, 0 first; found as they are asked for
 */
export function* chunkStarts(text: string, size: number): Generator<number> {
  let start = 0;
  yield start;
  const scan = new Scan(text.includes(OPENED));
  let wasBlank = false;
  for (let from = 0; from < text.length; ) {
    const feed = text.indexOf('\n', from);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(from, end);
    const isBlank = /^[ \t]*$/.test(line);
    if (wasBlank && !isBlank && scan.isOutside && START.test(line)) {
      scan.reset();
      if (from - start >= size) {
        start = from;
        yield start;
      }
    }
    scan.line(line, isBlank);
    if (scan.isLost) break;
    wasBlank = isBlank;
    from = end + 1;
  }
}

/** What the line reached stands in. */
class Scan {
  /** Whether it can no longer be told. */
  isLost = false;
  #leaf: Leaf | undefined;
  #openings = 0;
  /** Whether the lines are the region of an open spoiler; a fence in it ends with it. */
  #isRegion = false;
  #hasList = false;
  /** HTML that ends with a blank line may be around. */
  #maybeHtml = false;

  readonly #hasOpenings: boolean;

  constructor(hasOpenings: boolean) {
    this.#hasOpenings = hasOpenings;
  }

  get isOutside(): boolean {
    return !this.#leaf && this.#openings === 0;
  }

  /** A paragraph or heading begins behind a blank line: no list is around any more. */
  reset(): void {
    this.#hasList = false;
  }

  line(line: string, isBlank: boolean): void {
    if (isBlank) this.#maybeHtml = false;
    else if (this.#leaf) this.#inLeaf(line, this.#leaf);
    else if (!this.#isRegion) this.#plainLine(line);
    if (this.#hasOpenings) this.#countOpenings(line);
  }

  #inLeaf(line: string, leaf: Leaf): void {
    if (leaf.doubtful !== undefined && indentOf(line) < leaf.doubtful) this.isLost = true;
    if (leaf.end.test(line)) this.#leaf = undefined;
  }

  #plainLine(line: string): void {
    const indent = indentOf(line);
    const leaf = leafOf(line, indent > 0 && this.#hasList ? { doubtful: indent } : {});
    if ((leaf || OPENED_LINE.test(line)) && this.#maybeHtml) this.isLost = true;
    this.#leaf = leaf?.end.test(line) && !FENCE.test(line) ? undefined : leaf;
    this.#isRegion = !leaf && OPENED_LINE.test(line);
    if (/^ {0,3}<[A-Za-z/]/.test(line)) this.#maybeHtml = true;
    if (LIST_ITEM.test(line)) this.#hasList = true;
  }

  #countOpenings(line: string): void {
    for (const [mark] of line.matchAll(MARKS)) {
      this.#openings = Math.max(this.#openings + (mark === OPENED ? 1 : -1), 0);
    }
    if (this.#openings === 0) this.#isRegion = false;
  }
}

function indentOf(line: string): number {
  return line.length - line.replace(/^ {0,4}/, '').length + (/^ {0,3}\t/.test(line) ? 4 : 0);
}

function leafOf(line: string, doubt: Pick<Leaf, 'doubtful'>): Leaf | undefined {
  const [, ticks, tildes] = FENCE.exec(line) ?? [];
  const fence = ticks ?? tildes;
  if (fence) {
    return { end: new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`), ...doubt };
  }
  const html = /^ {0,3}</.test(line) ? HTML.find(([start]) => start.test(line)) : undefined;
  return html && { end: html[1], ...doubt };
}
