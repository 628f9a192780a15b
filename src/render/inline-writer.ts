import { decodeHTML } from 'entities/decode';
import type { Token } from 'markdown-it';
import { sanitize } from '../text/sanitize.ts';
import { isShownAlready } from './addresses.ts';
import { curtainStyle, curtainWords } from './curtain.ts';
import { HtmlReader } from './html.ts';
import { pieces } from './leaf.ts';
import type { Link, Role, Style } from './line.ts';
import type { Page } from './page.ts';
import { type Run, textOf } from './runs.ts';

/**
 * Writes what markdown-it's inline tokens say as a flow, one token after the other. It follows the marks in
 * the text, and tells the page which spoilers are open.
 */
export class InlineWriter {
  readonly flow: (Run | 'break' | 'gap')[] = [];
  readonly #page: Page;
  readonly #base: Style;
  readonly #html = new HtmlReader();
  /** How deep in each kind of markup. */
  readonly #in = { strong: 0, em: 0, s: 0, image: 0 };
  /** The links that are open, each with where its text begins in the flow. */
  readonly #links: {
    target: string;
    title: string;
    isAuto: boolean;
    start: number;
    link: Link | undefined;
  }[] = [];
  /** The style at the place reached; missing once something has changed it. */
  #style: Style | undefined;

  constructor(base: Style, page: Page) {
    this.#base = base;
    this.#page = page;
  }

  token(token: Token): void {
    const { type, content } = token;
    if (type === 'text' || type === 'mark') this.leaf(content);
    else if (type === 'softbreak') this.#push(' ');
    else if (type === 'hardbreak') this.flow.push('break');
    else if (type === 'code_inline') this.#code(content);
    else if (type === 'html_inline') this.html(content);
    else if (type === 'image') this.#imageToken(token);
    else if (type === 'footnote_ref') this.#decorate('note', noteNumber(token));
    else {
      this.#style = undefined;
      if (type.startsWith('strong')) this.#in.strong += token.nesting;
      else if (type.startsWith('em')) this.#in.em += token.nesting;
      else if (type.startsWith('s_')) this.#in.s += token.nesting;
      else if (type === 'link_open') this.#startLink(token);
      else if (type === 'link_close') this.#endLink();
    }
  }

  /** A text with the marks that it may hold. */
  leaf(text: string): void {
    this.marked(text, (part) => this.#push(sanitize(part)));
  }

  html(html: string): void {
    for (const part of this.#html.read(html)) {
      if (part.kind === 'text') this.#htmlText(part.text, part.isKept);
      else if (part.kind === 'image') this.#image(() => this.#htmlText(part.alt, false));
      else if (part.kind === 'dropped') this.marked(part.text);
      else this.flow.push(part.kind);
    }
  }

  /** Follows the marks of a text and writes what stands between them, if anything is to be written. */
  marked(text: string, write?: (part: string) => void): void {
    for (const piece of pieces(text)) {
      if (piece.kind === 'text') {
        write?.(piece.text);
        continue;
      }
      this.#style = undefined;
      if (piece.kind === 'opened') this.#page.enter(piece.index);
      else if (piece.kind === 'closed') this.#page.leave();
      else this.flow.push(...curtainRuns(piece.index, this.#base, this.#page));
    }
  }

  /** Entities are decoded behind the marks, so that none can write one. */
  #htmlText(text: string, isKept: boolean): void {
    this.marked(text, (part) => {
      const shown = sanitize(decodeHTML(part));
      if (!isKept) return this.#push(shown);
      for (const [index, line] of shown.split('\n').entries()) {
        if (index > 0) this.flow.push(index === 1 && shown.startsWith('\n') ? 'gap' : 'break');
        this.#push(line.replaceAll('\t', '    '), { spaces: 'kept' });
      }
    });
  }

  #code(code: string): void {
    const style = this.#styled('code');
    const tick: Run = { text: '`', style: { ...style, decoration: true } };
    if (this.#html.isMuted) return this.marked(code);
    this.flow.push(tick);
    this.marked(code, (part) =>
      this.flow.push({ text: sanitize(part), style: this.#styled('code') }),
    );
    this.flow.push(tick);
  }

  #startLink(token: Token): void {
    const target = String(token.attrGet('href') ?? '');
    this.#links.push({
      target,
      link: this.#linkTo(target),
      title: String(token.attrGet('title') ?? ''),
      isAuto: token.info === 'auto',
      start: this.flow.length,
    });
  }

  /** A link can be followed if its target is whole: nothing of it is behind a curtain. */
  #linkTo(target: string): Link | undefined {
    const parts = pieces(target);
    if (target === '' || parts.some(({ kind }) => kind === 'curtain')) return undefined;
    const shown = parts.map((part) => (part.kind === 'text' ? sanitize(part.text) : '')).join('');
    return this.#page.link(shown);
  }

  /** Behind a link's text stands where it leads, unless the text says so. */
  #endLink(): void {
    const link = this.#links.at(-1);
    if (!link) return;
    if (!isShownAlready(textOf(this.flow.slice(link.start)), link.target, link.isAuto)) {
      const write = this.#decorator('link');
      write(' (');
      this.marked(link.target, (part) => write(sanitize(part)));
      write(')');
    }
    this.#links.pop();
    this.#style = undefined;
    this.marked(link.title);
  }

  #imageToken(token: Token): void {
    const title = String(token.attrGet('title') ?? '');
    this.#image(() => {
      for (const child of token.children ?? []) this.token(child);
      if (token.content === '') this.leaf(title);
    });
    if (token.content !== '') this.marked(title);
  }

  #image(writeAlt: () => void): void {
    this.#decorate('image', '[image');
    const start = this.flow.length;
    this.#in.image++;
    this.#style = undefined;
    writeAlt();
    this.#in.image--;
    this.#style = undefined;
    if (this.flow.length > start && !this.#html.isMuted) {
      const style = this.#styled('image');
      this.flow.splice(start, 0, { text: ': ', style: { ...style, decoration: true } });
    }
    this.#decorate('image', ']');
  }

  #push(text: string, how?: Pick<Run, 'spaces'>): void {
    if (this.#html.isMuted || text === '') return;
    const role = this.#in.image > 0 ? 'image' : this.#links.length > 0 ? 'link' : this.#base.role;
    this.#style ??= this.#styled(role);
    this.flow.push({ text, style: this.#style, ...how });
  }

  #decorate(role: Role, text: string): void {
    this.#decorator(role)(text);
  }

  /** Writes what is not text of the recap. */
  #decorator(role: Role): (text: string) => void {
    const style: Style = { ...this.#styled(role), decoration: true };
    return (text) => {
      if (!this.#html.isMuted) this.flow.push({ text, style });
    };
  }

  #styled(role: Role): Style {
    const link = this.#links.at(-1)?.link;
    const { strong, em, s } = this.#in;
    const isPlain = !link && strong + em + s === 0;
    if (isPlain && role === this.#base.role) return this.#page.style(this.#base);
    return this.#page.style({
      ...this.#base,
      role,
      ...(link && { link }),
      ...(strong > 0 && { strong: true }),
      ...(em > 0 && { emphasis: true }),
      ...(s > 0 && { strike: true }),
    });
  }
}

/** A footnote's number, where it is referred to and where it stands. */
export function noteNumber(token: Token): string {
  const { id } = token.meta ?? {};
  return `[${Number(id) + 1}]`;
}

function curtainRuns(index: number | undefined, base: Style, page: Page): Run[] {
  const style = curtainStyle(index, page, base);
  return curtainWords(page.curtain(index), style, page.glyphs).map((span) => ({
    ...span,
    spaces: 'solid',
  }));
}
