import { publicLabel, readAttributes } from '../syntax/attributes.ts';
import { attributesOfHeading, HTML_ENDS, INNER, ONLY_CONTAINER, OUTER } from '../syntax/markers.ts';
import { type Frame, type FrameKind, FrameStack } from './frame-stack.ts';
import type { CutProblem, Piece } from './spoiler.ts';
import {
  blockEnd,
  blockStart,
  fenceEnd,
  finder,
  isEscaped,
  lineEnd,
  lineStart,
} from './text-scan.ts';

/**
 * Cuts a body into public and gated stretches, in one pass and before any Markdown is parsed. What looks
 * like the start of a spoiler and cannot be understood hides the rest of its block or of the file
 * (DESIGN §1, §3). An end without a beginning in public text hides the whole.
 *
 * @param body text made safe by `bodyText`
 */
export function cut(body: string): { pieces: readonly Piece[]; problems: readonly CutProblem[] } {
  const cutter = new Cutter(body);
  return { pieces: cutter.cut(), problems: cutter.stack.problems };
}

class Cutter {
  readonly stack: FrameStack;
  readonly #text: string;
  readonly #nextArrowsEnd: (from: number) => number;
  readonly #nextArrows: (from: number) => number;
  readonly #nextCommentEnd: (from: number) => number;
  readonly #nextComment: (from: number) => number;
  /** Attributes at the end of a heading that is being read: they are no part of its text. */
  #attributes: { from: number; to: number } | undefined;
  /** Where attributes stand that a backslash before their marker has made text. */
  #plainBrace = -1;
  /** Up to here a heading stands in HTML and ends no section. */
  #htmlEnd = 0;

  constructor(text: string) {
    this.#text = text;
    this.stack = new FrameStack(text);
    this.#nextArrowsEnd = finder(text, /!</g);
    this.#nextArrows = finder(text, />!(?!<)|(?<!\S)>!/g);
    this.#nextCommentEnd = finder(text, /-->/g);
    this.#nextComment = finder(text, /<!--/g);
  }

  cut(): readonly Piece[] {
    for (;;) {
      const markers = this.stack.isInside ? INNER : OUTER;
      markers.lastIndex = this.stack.position;
      const match = markers.exec(this.#text);
      const at = match?.index ?? this.#text.length;
      if (this.#skipAttributes(at) || this.stack.endRanges(at)) continue;
      if (!match) return this.stack.finish();
      this.#read(match[0], at);
    }
  }

  #read(marker: string, at: number): void {
    const end = at + marker.length;
    this.stack.position = end;
    if (isEscaped(this.#text, at)) {
      // one backslash writes a run of colons as text, but of other markers only the first character
      if (marker.startsWith(':')) this.#plainBrace = this.#braceBehind(end);
      else this.stack.position = at + 1;
    } else if (marker.startsWith(':::')) this.#block(marker.length, at);
    else if (marker.startsWith(':')) this.#words(at, end);
    else if (marker === '||') this.#end('bars', at, end) || this.#open('bars', at, end);
    else if (marker === '>!') this.#arrows(at, end);
    else if (marker === '!<') this.#arrowsEnd(at, end);
    else if (/^after/i.test(marker)) this.#strayGate(at);
    else if (marker === '{') this.#stray(at);
    else if (/^\[\/?s/i.test(marker)) this.#tag(at, end);
    else if (/^<\/?details/i.test(marker)) this.#details(at, end);
    else if (marker === '<!--') this.#comment(at);
    else if (marker === '[' || marker === ']') this.#bracket(marker, at);
    else if (marker.endsWith('#')) this.#heading(marker, at);
    else if (/[`~]$/.test(marker)) this.#fence(at + marker.search(/[`~]+$/));
    else this.#html(at, at + marker.indexOf('<'));
  }

  /** `:::spoiler{…}`, Lemmy's `::: spoiler Title`, and the line of colons that ends them. */
  #block(colons: number, at: number): void {
    const isBehindText = /[^\s>]/.test(this.#text[at - 1] ?? '\n');
    const behind = this.#text.slice(at + colons, at + colons + 50);
    if (isBehindText && !/^\s*(?:spoiler\b|\{)/i.test(behind)) return;
    const prefix = this.#text.slice(lineStart(this.#text, at), at);
    const end = lineEnd(this.#text, at);
    const rest = this.#text.slice(at + colons, end);
    const isAtStart = ONLY_CONTAINER.test(prefix);
    if (isAtStart && rest.trim() === '') return this.#endBlock(colons, at, end);
    if (!isAtStart && !/^\s*(?:spoiler\b|\{)/i.test(rest)) return;

    const [, name = '', title = ''] = /^\s*([\p{L}\p{N}_-]*)([^\n{]*)/u.exec(rest) ?? [];
    const openPrefix = isAtStart ? prefix : '';
    const frame: Frame = { kind: 'block', start: at, colons, openPrefix };
    if (name.toLowerCase() !== 'spoiler') {
      this.stack.report('spoiler/unknown-block', 'no block but `:::spoiler` is known', at);
      this.#plainBrace = at + colons + rest.indexOf('{');
      return this.stack.open({ ...frame, isBroken: true }, at + colons);
    }
    frame.label = publicLabel(title);
    const brace = at + colons + rest.indexOf('{');
    const isTitleHidden = frame.label === undefined && title.trim() !== '';
    if (brace < at + colons || isTitleHidden) {
      return this.stack.open(frame, isTitleHidden ? end - rest.length + rest.indexOf(title) : end);
    }
    const attributes = readAttributes(this.#text, brace);
    this.stack.give(frame, attributes, brace);
    this.stack.open(frame, attributes.end);
  }

  #endBlock(colons: number, at: number, end: number): void {
    const frame = this.stack.closable;
    if (frame.kind === 'block' && colons >= (frame.colons ?? 0)) {
      const start = lineStart(this.#text, at);
      frame.closePrefix = this.#text.slice(start, at);
      this.stack.close(frame, start, end);
    } else this.#strayEnd('block', ':::', at);
  }

  /** `:spoiler[words]{…}` */
  #words(at: number, end: number): void {
    if (this.#text[end] === '[') {
      return this.stack.open({ kind: 'bracket', start: at, depth: 0 }, end + 1);
    }
    this.stack.report(
      'spoiler/words',
      'a `:spoiler` has no `[` behind it, so the rest of its block is hidden; write `:spoiler[words]{after=S01E10}`',
      at,
    );
    const isBlock = ONLY_CONTAINER.test(this.#text.slice(lineStart(this.#text, at), at));
    // a block that lacks a colon: where it was to end is not known
    if (isBlock && /^\s*\{/.test(this.#text.slice(end, end + 20))) this.stack.hideAll(at);
    else this.stack.hideRest(at, at);
  }

  #bracket(marker: string, at: number): void {
    const frame = this.stack.closable;
    if (frame.kind !== 'bracket') return;
    const depth = (frame.depth ?? 0) + (marker === '[' ? 1 : -1);
    if (depth >= 0) {
      frame.depth = depth;
      return;
    }
    this.stack.closeWords(frame, at, at + 1, this.#text[at + 1] === '{');
    // a bracket more is open for closing on this line: the words may have been meant to reach to it
    const line = this.#text.slice(this.stack.position, lineEnd(this.#text, at)).replace(/\\./g, '');
    if (/^[^[\]]*\]/.test(line)) this.stack.hideRest(this.stack.position, at);
  }

  /** Reddit's `>!words!<`, or lines of `>! text` as on Stack Exchange. */
  #arrows(at: number, end: number): void {
    // words that end in a bracket: `>!<b>words</b>!<`
    const isEnd = this.#text[end] === '<' && /\S/.test(this.#text[at - 1] ?? '');
    if (isEnd && this.#end('arrows', at + 1, at + 3)) return;
    const start = lineStart(this.#text, at);
    const isAtStart = ONLY_CONTAINER.test(this.#text.slice(start, at));
    if (isAtStart && this.stack.target.kind === 'quote') {
      return this.stack.replace(at, end, '> ');
    }
    if (this.#nextArrowsEnd(end) < this.#nextArrows(end)) return this.#open('arrows', at, end);
    if (isAtStart) {
      const openPrefix = this.#text.slice(start, at);
      const closePrefix = openPrefix.replace(/[^>\s]/g, ' ');
      const range = { start: at, end: blockEnd(this.#text, at) };
      this.stack.open({ kind: 'quote', ...range, openPrefix, closePrefix }, at);
      return this.stack.replace(at, end, '> ');
    }
    this.stack.report(
      'spoiler/unclosed',
      'a `>!` is not ended by `!<`, so the rest of its block is hidden; write text as `\\>!`',
      at,
    );
    this.stack.hideRest(at, at);
  }

  /** The end of `>!words!<`; without a beginning only where it cannot be a tag, as in `wow!<b>`. */
  #arrowsEnd(at: number, end: number): void {
    if (this.#end('arrows', at, end)) return;
    if (/^(?:[\s.,;:!?)\]]|$)/.test(this.#text.slice(end, end + 1)))
      this.#strayEnd('arrows', '!<', at);
  }

  /** A gate that stands in no attributes that were read, as its braces are not understood. */
  #strayGate(at: number): void {
    const brace = this.#text.lastIndexOf('{', at);
    if (brace >= lineStart(this.#text, at) && brace !== this.#plainBrace) this.#stray(at);
  }

  /** `[spoiler]words[/spoiler]`, with a title too: `[spoiler=Title]`. */
  #tag(at: number, end: number): void {
    const bracket = this.#text.slice(end, lineEnd(this.#text, at)).indexOf(']');
    const from = bracket === -1 ? end : end + bracket + 1;
    if (this.#text[at + 1] === '/') {
      if (!this.#end('tag', at, from)) this.#strayEnd('tag', '[/spoiler]', at);
      return;
    }
    if (this.#text[from] === '(') return; // the text of a link
    const title = this.#text.slice(end, Math.max(end, from - 1)).replace(/^\s*[=:]?/, '');
    const label = publicLabel(title.replace(/^"(.*)"$/, '$1'));
    if (bracket === -1) this.stack.report('spoiler/unclosed', 'a `[spoiler` has no `]`', at);
    this.stack.open({ kind: 'tag', start: at, label, isBroken: bracket === -1 }, from);
  }

  /** `<details><summary>Title</summary> … </details>` */
  #details(at: number, end: number): void {
    const bracket = this.#text.indexOf('>', end);
    const from = bracket === -1 ? end : bracket + 1;
    if (this.#text[at + 1] === '/') {
      if (!this.#end('details', at, from)) this.#strayEnd('details', '</details>', at);
      return;
    }
    const summary = /\s*<summary\b[^>]{0,200}>([^<]{0,300})<\/summary>/iy;
    summary.lastIndex = from;
    const label = publicLabel(summary.exec(this.#text)?.[1] ?? '');
    this.stack.open({ kind: 'details', start: at, label }, from);
  }

  /** A heading: with attributes it begins a section, and with or without them it may end some. */
  #heading(marker: string, at: number): void {
    const start = lineStart(this.#text, at);
    const rank = Math.min(marker.length, 6);
    const isPlain = at === start && /^#{1,6}(?![^ \t\n])/.test(this.#text.slice(at, at + 7));
    if (isPlain && at >= this.#htmlEnd) {
      while (this.stack.top.kind === 'section' && (this.stack.top.rank ?? 0) >= rank) {
        this.stack.close(this.stack.top, at, at);
      }
    }
    const marks = at + marker.length;
    this.stack.position = marks;
    const brace = attributesOfHeading(this.#text.slice(marks, lineEnd(this.#text, marks)));
    if (brace !== -1) this.#section(rank, start, marks + brace);
  }

  /** @param brace where the attributes stand that make a section of a heading */
  #section(rank: number, start: number, brace: number): void {
    const attributes = readAttributes(this.#text, brace);
    const rest = this.#text.slice(attributes.end, lineEnd(this.#text, brace));
    const isUnderstood = attributes.isUnderstood && /^[ \t]*#*[ \t]*$/.test(rest);
    const frame: Frame = { kind: 'section', start, rank };
    this.stack.give(frame, { ...attributes, isUnderstood }, brace);
    this.stack.enclose(frame);
    // what is not understood stays in the text, for whoever peeks
    if (isUnderstood) this.#attributes = { from: brace, to: attributes.end };
    else this.#plainBrace = brace;
  }

  /** Attributes that belong to nothing: at a heading with an underline, or by mistake. */
  #stray(at: number): void {
    if (this.stack.top.kind === 'rest' || at === this.#plainBrace) return;
    const start = Math.max(blockStart(this.#text, at), this.stack.target.start);
    const end = lineEnd(this.#text, at);
    const underline = /^\n[ \t>]*(=+|-+)[ \t]*(?=\n|$)/.exec(this.#text.slice(end, end + 500))?.[1];
    if (underline) return this.#section(underline.startsWith('=') ? 1 : 2, start, at);
    this.stack.report(
      'spoiler/stray-attributes',
      'attributes stand at the end of a heading, behind `:::spoiler` or behind `:spoiler[words]`; here they hide the whole block',
      at,
    );
    this.stack.hideRest(start, at);
  }

  #fence(at: number): void {
    if (this.stack.isIn('fence')) return;
    const end = fenceEnd(this.#text, at);
    if (end === undefined) return;
    if (end === Infinity) {
      this.stack.report(
        'spoiler/unclosed-fence',
        'a code fence in a spoiler is not closed, so all that follows is hidden with it',
        at,
      );
    }
    this.stack.push({ kind: 'fence', start: at, end });
    this.stack.position = lineEnd(this.#text, at);
  }

  #comment(at: number): void {
    this.stack.position = at + 4;
    const end = this.#nextCommentEnd(at + 4);
    // where another comment begins first, this one was left open, and headings still count
    if (end < this.#nextComment(at + 4)) this.#htmlEnd = Math.max(this.#htmlEnd, end);
  }

  #html(at: number, bracket: number): void {
    if (at >= this.#htmlEnd) this.#htmlEnd = this.#endOfHtml(bracket);
    if (this.#text.startsWith('<!--', bracket)) this.#comment(bracket);
    else this.stack.position = bracket > at ? bracket : bracket + 1;
  }

  /** HTML goes on to a blank line, or over blank lines to an end of its own (CommonMark 4.6). */
  #endOfHtml(bracket: number): number {
    const beginning = this.#text.slice(bracket, bracket + 12);
    const end = HTML_ENDS.find(([start]) => start.test(beginning))?.[1];
    if (!end) return blockEnd(this.#text, bracket);
    const found = this.#text.slice(bracket).search(end);
    return found === -1 ? Number.POSITIVE_INFINITY : bracket + found;
  }

  #open(kind: FrameKind, at: number, from: number): void {
    this.stack.open({ kind, start: at }, from);
  }

  /** Ends words of a kind if they are what is innermost. They too may have attributes. */
  #end(kind: FrameKind, at: number, from: number): boolean {
    const frame = this.stack.closable;
    if (frame.kind !== kind) return false;
    const behind = this.#text.slice(from, from + 300);
    this.stack.closeWords(frame, at, from, /^\{[^}\n]*\b(?:after|label)\b/.test(behind));
    return true;
  }

  /** An end without a beginning: what it was meant to hide is not known, so all around it is hidden. */
  #strayEnd(kind: FrameKind, marker: string, at: number): void {
    if (this.stack.isIn(kind) || this.stack.closable.kind === 'fence') return;
    this.stack.report(
      'spoiler/stray-end',
      `a \`${marker}\` ends nothing, so all that it may have been meant to hide is hidden; mend its beginning, or write it as text with a backslash`,
      at,
    );
    this.stack.target.isBroken = true;
  }

  /** The brace behind a marker that is written as text, behind its words too; -1 if there is none. */
  #braceBehind(end: number): number {
    const line = this.#text.slice(end, lineEnd(this.#text, end));
    const found = /^(?:[^\S\n]*spoiler\b)?[^\S\n]*(?:\[[^\n]*?\])?\{/i.exec(line)?.[0];
    return found ? end + found.length - 1 : -1;
  }

  #skipAttributes(at: number): boolean {
    const attributes = this.#attributes;
    if (!attributes || at < attributes.from) return false;
    this.#attributes = undefined;
    this.stack.skip(attributes.from, attributes.to);
    return true;
  }
}
