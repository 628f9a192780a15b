import type { Token } from 'markdown-it';
import { InlineWriter } from './inline-writer.ts';
import type { Style } from './line.ts';
import type { Page } from './page.ts';
import type { Flow } from './runs.ts';
import type { Block } from './tree.ts';

/**
 * What markdown-it's inline tokens say, as text to fill lines with.
 *
 * @param tokens the children of an `inline` token
 * @param style that of text without emphasis
 */
export function flowOf(tokens: readonly Token[], style: Style, page: Page): Flow {
  const writer = new InlineWriter(style, page);
  for (const token of tokens) writer.token(token);
  return writer.flow;
}

/** The same for code; every space counts, and line feeds stay in the text. */
export function flowOfCode(code: string, style: Style, page: Page): Flow {
  const writer = new InlineWriter(style, page);
  writer.leaf(code);
  return writer.flow;
}

/** The same for a block of raw HTML. */
export function flowOfHtml(html: string, style: Style, page: Page): Flow {
  const writer = new InlineWriter(style, page);
  writer.html(html);
  return writer.flow;
}

/** The curtains in a text that is not shown itself. */
export function flowOfCurtains(text: string, page: Page): Flow {
  const writer = new InlineWriter({ role: 'text' }, page);
  writer.marked(text);
  return writer.flow;
}

/** The inline tokens of a paragraph, a heading or a table cell. */
export function inlineOf(block: Block): readonly Token[] {
  return block.children.find(({ token }) => token.type === 'inline')?.token.children ?? [];
}
