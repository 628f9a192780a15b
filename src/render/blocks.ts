import type { Token } from 'markdown-it';
import { codeLines } from './code.ts';
import { curtainBlock } from './curtain.ts';
import { headingLines } from './heading.ts';
import { flowOf, flowOfHtml, inlineOf } from './inline.ts';
import { noteNumber } from './inline-writer.ts';
import type { Line, Style } from './line.ts';
import { behind, stack } from './lines.ts';
import { listLines } from './list.ts';
import type { Page } from './page.ts';
import type { Room } from './room.ts';
import { tableLines } from './table.ts';
import type { Block } from './tree.ts';
import { wrap } from './wrap.ts';

/** Columns of the rule above footnotes. */
const NOTES_RULE = 8;

const QUOTE_BAR: Style = { role: 'quote', decoration: true };
const NOTE_NUMBER: Style = { role: 'note', decoration: true };
const RULE: Style = { role: 'rule', decoration: true };

/**
 * The lines of each block; one of which nothing shows has none. Blocks are laid out in their order in the
 * text and once each, as the page follows which spoilers are open.
 */
export function layBlocks(blocks: readonly Block[], room: Room): Line[][] {
  return blocks.flatMap((block) => layBlock(block, room));
}

function layBlock(block: Block, room: Room): Line[][] {
  const { token, children } = block;
  const { page, width, role } = room;
  switch (token.type) {
    case 'paragraph_open':
      return [wrap(flowOf(inlineOf(block), { role }, page), width)];
    case 'heading_open':
      return [headingLines(block, width, page)];
    case 'bullet_list_open':
    case 'ordered_list_open':
      return [listLines(block, room, layBlocks)];
    case 'blockquote_open':
      return [quoteLines(children, room)];
    case 'code_block':
    case 'fence':
      return [codeLines(token, width, page)];
    case 'hr':
      return [[rule(width, page)]];
    case 'html_block':
      return [wrap(flowOfHtml(token.content, { role }, page), width)];
    case 'table_open':
      return [tableLines(block, room)];
    case 'curtain':
      return [[curtainBlock(indexOf(token), width, page)]];
    case 'region_open':
      return regionBlocks(block, room);
    case 'region_end':
      page.leave();
      return [];
    case 'footnote_block_open':
      return [
        [
          rule(NOTES_RULE, page),
          ...stack(
            children.flatMap((note) => noteLines(note, room)),
            false,
          ),
        ],
      ];
    default:
      return [];
  }
}

function quoteLines(children: readonly Block[], room: Room): Line[] {
  const bar = `${room.page.glyphs.quote} `;
  return behind(room.width, bar, bar, room.page.style(QUOTE_BAR), (width) =>
    stack(layBlocks(children, { ...room, width, role: 'quote' }), true),
  );
}

/** What is open in a region does not reach beyond it. */
function regionBlocks({ token, children }: Block, room: Room): Line[][] {
  const { depth } = room.page;
  room.page.enter(indexOf(token));
  const blocks = layBlocks(children, room);
  room.page.leave(depth);
  return blocks;
}

function noteLines({ token, children }: Block, room: Room): Line[][] {
  const number = `${noteNumber(token)} `;
  const style = room.page.style(NOTE_NUMBER);
  const lay = (width: number) => stack(layBlocks(children, { ...room, width }), true);
  return [behind(room.width, number, ' '.repeat(number.length), style, lay)];
}

function rule(width: number, page: Page): Line {
  const text = page.glyphs.rule.repeat(width);
  return { spans: [{ text, style: page.style(RULE) }] };
}

function indexOf(token: Token): number | undefined {
  const { index } = token.meta ?? {};
  return typeof index === 'number' ? index : undefined;
}
