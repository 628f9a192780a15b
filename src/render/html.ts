/** A part of raw HTML as a reader sees it. */
export type HtmlPart =
  /** Text, entities not yet decoded; `isKept`: white space counts, as in `<pre>`. */
  | { readonly kind: 'text'; readonly text: string; readonly isKept: boolean }
  /** What is not shown: tags, comments, scripts. It may hold marks. */
  | { readonly kind: 'dropped'; readonly text: string }
  | { readonly kind: 'image'; readonly alt: string }
  /** A line break, or the edge of a block. */
  | { readonly kind: 'break' }
  | { readonly kind: 'gap' };

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li ' +
    'main menu nav noframes ol optgroup option p pre search section summary table tbody td textarea ' +
    'tfoot th thead title tr ul'
  ).split(' '),
);
const KEPT = new Set(['pre', 'textarea']);
const MUTED = new Set(['script', 'style']);

const TAG = /^<(\/?)([a-z][^\s/>]*)/i;
const COMMENT_END = /--!?>/g;

/**
 * Reads raw HTML as a browser would show it without styles: tags, comments, scripts and style sheets are
 * dropped. It keeps what is open from one piece to the next, so that a paragraph's pieces can be read one
 * after the other.
 */
export class HtmlReader {
  /** The element whose text is not shown. */
  #muted: string | undefined;
  #kept = 0;

  /** Whether the text that follows is not shown: it is a script's or a style sheet's. */
  get isMuted(): boolean {
    return this.#muted !== undefined;
  }

  /** The parts of a piece of HTML, in order. Linear in its length, however broken it is. */
  read(html: string): HtmlPart[] {
    const parts: HtmlPart[] = [];
    for (let at = 0; at < html.length; ) {
      const start = this.#nextTag(html, at);
      if (start > at) parts.push(this.#text(html.slice(at, start)));
      if (start >= html.length) break;
      at = tagEnd(html, start);
      const tag = html.slice(start, at);
      parts.push(...this.#tag(tag));
    }
    return parts;
  }

  #text(text: string): HtmlPart {
    if (this.isMuted) return { kind: 'dropped', text };
    return { kind: 'text', text, isKept: this.#kept > 0 };
  }

  #nextTag(html: string, from: number): number {
    for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
      const start = html.slice(at, at + 16);
      if (!this.#muted ? /^<[a-z/!?]/i.test(start) : this.#ends(start)) return at;
    }
    return html.length;
  }

  #ends(start: string): boolean {
    const [, slash, name] = TAG.exec(start) ?? [];
    return slash === '/' && name?.toLowerCase() === this.#muted;
  }

  #tag(tag: string): HtmlPart[] {
    const dropped: HtmlPart = { kind: 'dropped', text: tag };
    const match = TAG.exec(tag);
    if (!match) return [dropped];
    const isEnd = match[1] === '/';
    const name = (match[2] ?? '').toLowerCase();
    if (MUTED.has(name)) this.#muted = isEnd ? undefined : name;
    if (KEPT.has(name)) this.#kept = Math.max(this.#kept + (isEnd ? -1 : 1), 0);
    if (name === 'img') {
      const alt = attribute(tag, 'alt');
      return [
        { kind: 'image', alt },
        { kind: 'dropped', text: tag.replace(alt, '') },
      ];
    }
    if (name === 'br') return [dropped, { kind: 'break' }];
    return BLOCKS.has(name) ? [dropped, { kind: 'gap' }] : [dropped];
  }
}

/** Where a tag or a comment ends; one that does not end takes all that follows, as in a browser. */
function tagEnd(html: string, start: number): number {
  if (html.startsWith('<!--', start)) {
    if (html.startsWith('>', start + 4)) return start + 5;
    if (html.startsWith('->', start + 4)) return start + 6;
    COMMENT_END.lastIndex = start + 4;
    return COMMENT_END.test(html) ? COMMENT_END.lastIndex : html.length;
  }
  if (!/[a-z]/i.test(html.charAt(start + 1))) return after(html, '>', start);
  for (let at = start + 1; at < html.length; at++) {
    const letter = html.charAt(at);
    if (letter === '>') return at + 1;
    const quote = letter === '=' ? /^\s*["']/.exec(html.slice(at + 1, at + 16))?.[0] : undefined;
    if (quote) at = after(html, quote.slice(-1), at + 1 + quote.length) - 1;
  }
  return html.length;
}

function after(html: string, end: string, from: number): number {
  const at = html.indexOf(end, from);
  return at < 0 ? html.length : at + 1;
}

function attribute(tag: string, name: string): string {
  const match = new RegExp(
    `[\\s"'/]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`,
    'i',
  ).exec(tag);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}
