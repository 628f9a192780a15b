import type { ArticleRoot } from './article-root.ts';
import { type Block, LIKE_HEADING, type Surroundings } from './block.ts';
import { codeBlock } from './code-block.ts';
import { headingBlock } from './heading-block.ts';
import { type Hiding, type HidingMap, innerHiding } from './hiding.ts';
import { inlineLines } from './inline.ts';
import { itemBlock } from './item-block.ts';
import {
  attribute,
  isBlock,
  isElement,
  isWordless,
  type PageElement,
  type PageNode,
  textValue,
} from './page-tree.ts';
import { paragraphBlocks } from './paragraph-blocks.ts';
import { type CellText, cellText, rowBlock } from './row-block.ts';
import { settled } from './settled-block.ts';
import { gridOf, isLayout } from './table-grid.ts';

/** Quotes in each other that are written as such. */
const DEEPEST_QUOTE = 6;
/** Lists in each other that are written as such. */
const DEEPEST_LIST = 8;
/** Reads the article of a page as blocks, in order. */
export function articleBlocks({ root, isDropped }: ArticleRoot, hiding: HidingMap): Block[] {
  const reader = new BlockReader(hiding, isDropped);
  reader.read(root, { hiding: undefined, quotes: 0 });
  return reader.blocks;
}

class BlockReader {
  blocks: Block[] = [];
  readonly #hiding: HidingMap;
  readonly #isDropped: (element: PageElement) => boolean;
  readonly #holders = new Set<PageElement>();
  #groups = 0;
  #lists = 0;

  constructor(hiding: HidingMap, isDropped: (element: PageElement) => boolean) {
    this.#hiding = hiding;
    this.#isDropped = isDropped;
  }

  /** Reads the content of an element that is a block or contains some. */
  read(element: PageElement, around: Surroundings): void {
    if (this.#holders.size === 0) this.#findHolders(element);
    let inline: PageNode[] = [];
    const endParagraph = () => {
      if (inline.length > 0) this.#paragraph(inline, around);
      inline = [];
    };
    for (const child of element.childNodes) {
      if (isElement(child) && (isBlock(child) || this.#holders.has(child))) {
        endParagraph();
        if (!isWordless(child) && !this.#isDropped(child)) this.#block(child, around);
      } else inline.push(child);
    }
    endParagraph();
  }

  /** Notes which inline elements hold blocks, as a link around a heading does. */
  #findHolders(element: PageElement): boolean {
    let holds = isBlock(element);
    for (const child of element.childNodes) {
      if (isElement(child) && this.#findHolders(child)) {
        this.#holders.add(element);
        holds = true;
      }
    }
    return holds;
  }

  #block(element: PageElement, around: Surroundings): void {
    const { tagName } = element;
    const inner = { ...around, hiding: innerHiding(around.hiding, this.#hiding.get(element)) };
    if (/^h[1-6]$/.test(tagName)) this.#heading(element, Number(tagName[1]), inner);
    else if (attribute(element, 'role') === 'heading') {
      this.#heading(element, Math.min(6, Number(attribute(element, 'aria-level')) || 2), inner);
    } else if (
      tagName === 'summary' ||
      tagName === 'dt' ||
      tagName === 'legend' ||
      tagName === 'caption'
    ) {
      this.#heading(element, LIKE_HEADING, inner);
    } else if (tagName === 'ul' || tagName === 'ol') this.#list(element, inner);
    else if (tagName === 'table') this.#table(element, inner);
    else if (tagName === 'pre') {
      const block = codeBlock(element, this.#hiding, inner);
      if (block) this.#push(block);
    } else if (tagName === 'hr')
      this.blocks.push({
        kind: 'rule',
        text: '',
        words: [{ markdown: '* * *', hiding: undefined }],
        ...inner,
      });
    else if (tagName === 'blockquote')
      this.read(element, { ...inner, ...this.#quote(element, inner) });
    else this.read(element, inner);
  }

  /** A quote, or a callout of a note-taking program: `> [!warning]- Spoiler` is folded. */
  #quote(element: PageElement, around: Surroundings): Surroundings {
    const callout = /^\[!\w+\]([-+])?\s*(.{0,80})/.exec(firstText(element));
    const isFolded = callout?.[1] === '-' || /spoiler/i.test(callout?.[2] ?? '');
    const own: Hiding | undefined = isFolded ? { kind: 'spoiler', label: undefined } : undefined;
    return {
      hiding: innerHiding(around.hiding, own),
      quotes: Math.min(DEEPEST_QUOTE, around.quotes + 1),
    };
  }

  #paragraph(nodes: readonly PageNode[], around: Surroundings): void {
    const lines = inlineLines(nodes, this.#hiding, this.#isDropped);
    for (const block of paragraphBlocks(lines, around)) this.#push(block);
  }

  #heading(element: PageElement, rank: number, around: Surroundings): void {
    const lines = inlineLines(element.childNodes, this.#hiding, this.#isDropped);
    const block = headingBlock(lines, rank, around);
    if (block) this.blocks.push(block);
  }

  #list(element: PageElement, around: Surroundings): void {
    const group = ++this.#groups;
    let number = Number(attribute(element, 'start') ?? 1) || 0;
    for (const child of element.childNodes) {
      if (!isElement(child) || isWordless(child) || this.#isDropped(child)) {
        if (!isElement(child) && (textValue(child) ?? '').trim() !== '')
          this.#paragraph([child], around);
        continue;
      }
      if (child.tagName !== 'li') {
        this.#block(child, around);
        continue;
      }
      if (this.#lists >= DEEPEST_LIST) {
        this.read(child, {
          ...around,
          hiding: innerHiding(around.hiding, this.#hiding.get(child)),
        });
        continue;
      }
      const mark = element.tagName === 'ol' ? `${Math.abs(number++)}. ` : '- ';
      const hiding = innerHiding(around.hiding, this.#hiding.get(child));
      const blocks = this.#within(child);
      if (blocks.length === 0) continue;
      this.#push({ ...itemBlock(blocks, mark, { ...around, hiding }), group });
    }
  }

  /** The blocks of an element, by themselves. */
  #within(element: PageElement): Block[] {
    const outer = this.blocks;
    this.blocks = [];
    this.#lists++;
    this.read(element, { hiding: undefined, quotes: 0 });
    this.#lists--;
    const inner = this.blocks;
    this.blocks = outer;
    return inner;
  }

  #table(element: PageElement, around: Surroundings): void {
    const grid = gridOf(element);
    if (isLayout(grid, this.#holders)) {
      for (const { cells } of grid.rows) {
        for (const { element: cell } of cells) {
          if (this.#isDropped(cell)) continue;
          const hiding = innerHiding(around.hiding, this.#hiding.get(cell));
          if (cell.tagName === 'th') this.#heading(cell, LIKE_HEADING, { ...around, hiding });
          else this.read(cell, { ...around, hiding });
        }
      }
      return;
    }
    const group = ++this.#groups;
    if (grid.caption) this.#heading(grid.caption, LIKE_HEADING, around);
    const header = grid.header?.map((cell) => this.#cell(cell).markdown);
    for (const { element: row, cells, above } of grid.rows) {
      const rowHiding = innerHiding(around.hiding, this.#hiding.get(row));
      const [only] = cells;
      if (only && cells.length === 1 && only.columns > 1) {
        const first = this.blocks.length;
        this.read(only.element, {
          ...around,
          hiding: innerHiding(rowHiding, this.#hiding.get(only.element)),
        });
        for (let index = first; index < this.blocks.length; index++) {
          const block = this.blocks[index];
          if (block) this.blocks[index] = { ...block, isContinued: true };
        }
        continue;
      }
      const written = cells.map((cell) => ({ ...this.#cell(cell.element), columns: cell.columns }));
      const block = rowBlock(written, above, { ...around, hiding: rowHiding });
      if (block) this.#push({ ...block, group, header });
    }
  }

  #cell(element: PageElement): CellText {
    const lines = inlineLines(element.childNodes, this.#hiding, this.#isDropped);
    return cellText(lines, this.#hiding.get(element));
  }

  #push(block: Block): void {
    this.blocks.push(settled(block));
  }
}

/** The first words of an element. */
function firstText(element: PageElement): string {
  for (const child of element.childNodes) {
    const text = isElement(child) ? firstText(child) : (textValue(child) ?? '').trim();
    if (text !== '') return text.slice(0, 120);
  }
  return '';
}
