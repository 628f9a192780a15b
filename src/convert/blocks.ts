import { sanitize } from '../text/sanitize.ts';
import type { ArticleRoot } from './article-root.ts';
import { type Block, LIKE_HEADING, type Words } from './block.ts';
import { episodeNames } from './episode-names.ts';
import { escapedLineStart, escapedText, isPlainCode } from './escape.ts';
import type { Hiding, HidingMap } from './hiding.ts';
import { inlineLines, innerHiding, type Line } from './inline.ts';
import { joinedBlocks } from './join-blocks.ts';
import {
  attribute,
  isBlock,
  isElement,
  isWordless,
  type PageElement,
  type PageNode,
  textValue,
} from './page-tree.ts';
import { gridOf, isLayout } from './table-grid.ts';

/** A line that stands for a heading is no longer than this. */
const LONGEST_HEADING = 120;

/** Quotes in each other that are written as such. */
const DEEPEST_QUOTE = 6;
/** Lists in each other that are written as such. */
const DEEPEST_LIST = 8;
/** Hidden stretches of a block beyond which all of it is hidden. */
const MOST_HIDDEN = 200;

/** Reads the article of a page as blocks, in order. */
export function articleBlocks({ root, isDropped }: ArticleRoot, hiding: HidingMap): Block[] {
  const reader = new BlockReader(hiding, isDropped);
  reader.read(root, { hiding: undefined, quotes: 0 });
  return reader.blocks;
}

/** What surrounds a block. */
interface Surroundings {
  readonly hiding: Hiding | undefined;
  readonly quotes: number;
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

  /** Reads what stands in an element that is a block or holds some. */
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
    else if (tagName === 'pre') this.#code(element, inner);
    else if (tagName === 'hr')
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
    let paragraph: Line[] = [];
    const end = () => {
      if (paragraph.length > 0) this.#push(paragraphBlock(paragraph, around));
      paragraph = [];
    };
    for (const line of lines) {
      if (line.text === '') end();
      else if (isHeadingLine(line)) {
        end();
        this.#push({ ...paragraphBlock([line], around), kind: 'heading', rank: LIKE_HEADING });
      } else paragraph.push(line);
    }
    end();
  }

  #heading(element: PageElement, rank: number, around: Surroundings): void {
    const lines = inlineLines(element.childNodes, this.#hiding, this.#isDropped).filter(
      ({ text }) => text !== '',
    );
    if (lines.length === 0) return;
    const joined = lines.flatMap(({ words }, index) =>
      index === 0 ? words : [{ markdown: ' ', hiding: undefined }, ...words],
    );
    const hiding = joined.map((words) => words.hiding).reduce(innerHiding, around.hiding);
    const text = lines.map((line) => line.text).join(' ');
    const markdown = joined.map((words) => words.markdown).join('');
    const isBold = rank === LIKE_HEADING;
    const marked = isBold
      ? bold(markdown)
      : `${'#'.repeat(rank)} ${markdown.replace(/#(?=#*$)/g, '\\#')}`;
    this.blocks.push({
      kind: 'heading',
      rank,
      text,
      words: [{ markdown: marked, hiding: undefined }],
      hiding,
      quotes: around.quotes,
      lead: text,
    });
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
      const [first] = blocks;
      if (!first) continue;
      // what is hidden in one paragraph of an item hides the item; in its only one, the words alone
      const inner = blocks.length === 1 ? [first.hiding] : blocks.flatMap(hidingsIn);
      const words = joinedBlocks(blocks);
      this.#push({
        kind: 'item',
        text: blocks.map(({ text }) => text).join(' '),
        words: indented(blocks.length === 1 ? words : open(words), mark),
        hiding: inner.reduce(innerHiding, hiding),
        quotes: around.quotes,
        group,
        lead: first.lead,
      });
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
      const columns = written.flatMap(({ markdown, columns }) => [
        markdown,
        ...Array<string>(columns - 1).fill(''),
      ]);
      if (columns.every((cell) => cell === '')) continue;
      const [blank] = above;
      const text = written.map((cell) => cell.text).join(' ');
      this.#push({
        kind: 'row',
        text,
        words: [{ markdown: rowMarkdown([...above.map(() => ''), ...columns]), hiding: undefined }],
        hiding: written.map((cell) => cell.hiding).reduce(innerHiding, rowHiding),
        quotes: around.quotes,
        group,
        cells: [
          ...above,
          ...written.flatMap((cell) => [cell.text, ...Array<string>(cell.columns - 1).fill('')]),
        ],
        header,
        lead: blank ?? written[0]?.text,
      });
    }
  }

  #cell(element: PageElement): { markdown: string; text: string; hiding: Hiding | undefined } {
    const lines = inlineLines(element.childNodes, this.#hiding, this.#isDropped).filter(
      ({ text }) => text !== '',
    );
    const words = lines.flatMap((line) => line.words);
    const hiding = words.map((part) => part.hiding).reduce(innerHiding, this.#hiding.get(element));
    return {
      markdown: lines.map((line) => line.words.map(({ markdown }) => markdown).join('')).join(' '),
      text: lines.map(({ text }) => text).join(' '),
      hiding,
    };
  }

  #code(element: PageElement, around: Surroundings): void {
    const lines = sanitize(rawTextOf(element))
      .replace(/^\n|\s+$/g, '')
      .split('\n');
    const text = lines.join('\n');
    if (text.trim() === '') return;
    const isPlain = isPlainCode(text) && !/^\s*#/m.test(text);
    const markdown = isPlain
      ? `\`\`\`\n${text}\n\`\`\``
      : lines
          .map((line) => escapedLineStart(escapedText(line.trim())))
          .filter(Boolean)
          .join('\\\n');
    const hidden = [...hidingWithin(element, this.#hiding)].reduce(innerHiding, around.hiding);
    this.#push({
      kind: 'code',
      text,
      words: [{ markdown, hiding: undefined }],
      ...around,
      hiding: hidden,
    });
  }

  #push(block: Block): void {
    this.blocks.push(settled(block));
  }
}

function paragraphBlock(lines: readonly Line[], around: Surroundings): Block {
  const words = lines.flatMap((line, index): readonly Words[] => {
    if (index === 0) return line.words;
    const isHard = lines[index - 1]?.isHard ?? false;
    return [{ markdown: isHard ? '\\\n' : '\n', hiding: undefined }, ...line.words];
  });
  const text = lines.map((line) => line.text).join('\n');
  return { kind: 'paragraph', text, words, ...around, lead: lines[0]?.lead || undefined };
}

/** Whether a line stands for a heading: all of it is in bold type, or it begins with an episode and is no sentence. */
function isHeadingLine({ text, lead }: Line): boolean {
  if (text.length > LONGEST_HEADING) return false;
  if (lead === text) return true;
  return !/[.!?…]$/.test(text) && episodeNames(text)[0]?.start === 0;
}

/** A block in which hidden words can be written within its lines; where they cannot, all of it is hidden. */
function settled(block: Block): Block {
  const hidden = block.words.filter((words) => words.hiding);
  if (hidden.length === 0) return block;
  const isAll = block.words.every(
    ({ hiding, markdown }) => hiding !== undefined || markdown.trim() === '',
  );
  const isWritable =
    !isAll &&
    hidden.length <= MOST_HIDDEN &&
    block.kind !== 'row' &&
    hidden.every(({ markdown }) => isWritableInLine(markdown));
  if (isWritable && block.rank === undefined) return block;
  let { hiding } = block;
  for (const words of hidden) {
    if (words.hiding !== hiding) hiding = innerHiding(hiding, words.hiding);
  }
  return { ...block, words: open(block.words), hiding };
}

/** Whether words can stand in `:spoiler[…]`. */
function isWritableInLine(markdown: string): boolean {
  if (markdown.trim() === '' || /[\n`]/.test(markdown)) return false;
  let depth = 0;
  for (const bracket of markdown.replace(/\\./g, '').match(/[[\]]/g) ?? []) {
    depth += bracket === '[' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function open(words: readonly Words[]): Words[] {
  return words.map(({ markdown }) => ({ markdown, hiding: undefined }));
}

function hidingsIn({ hiding, words }: Block): Hiding[] {
  return [hiding, ...words.map((part) => part.hiding)].filter((found) => found !== undefined);
}

/** The first words of an element. */
function firstText(element: PageElement): string {
  for (const child of element.childNodes) {
    const text = isElement(child) ? firstText(child) : (textValue(child) ?? '').trim();
    if (text !== '') return text.slice(0, 120);
  }
  return '';
}

function* hidingWithin(element: PageElement, hiding: HidingMap): Generator<Hiding> {
  for (const child of element.childNodes) {
    if (!isElement(child)) continue;
    const own = hiding.get(child);
    if (own) yield own;
    yield* hidingWithin(child, hiding);
  }
}

/** Lines behind a list item's mark. */
function indented(words: readonly Words[], mark: string): Words[] {
  const indent = ' '.repeat(mark.length);
  const moved = words.map(({ markdown, hiding }) => ({
    markdown: markdown.replace(/\n(?!\n)/g, `\n${indent}`),
    hiding,
  }));
  return [{ markdown: mark, hiding: undefined }, ...moved];
}

/** The cells of a table as a line of Markdown. */
function rowMarkdown(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\n/g, ' ') || ' ').join(' | ')} |`;
}

function bold(markdown: string): string {
  const inner = markdown.replace(/\*\*/g, '');
  return /^\s|\s$/.test(inner) ? inner : `**${inner}**`;
}

function rawTextOf(element: PageElement): string {
  return element.childNodes
    .map(
      (child) =>
        textValue(child) ??
        (isElement(child) ? (child.tagName === 'br' ? '\n' : rawTextOf(child)) : ''),
    )
    .join('');
}
