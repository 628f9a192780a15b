import type { Block, Surroundings } from './block.ts';
import { type Hiding, innerHiding } from './hiding.ts';
import type { Line } from './inline-lines.ts';

/** The content of a table cell. */
export interface CellText {
  readonly markdown: string;
  /** Without markup. */
  readonly text: string;
  readonly hiding: Hiding | undefined;
}

/** The lines of a cell as one. @param own what hides the cell itself */
export function cellText(written: readonly Line[], own: Hiding | undefined): CellText {
  const lines = written.filter(({ text }) => text !== '');
  const words = lines.flatMap((line) => line.words);
  return {
    markdown: lines.map((line) => line.words.map(({ markdown }) => markdown).join('')).join(' '),
    text: lines.map(({ text }) => text).join(' '),
    hiding: words.map((part) => part.hiding).reduce(innerHiding, own),
  };
}

/**
 * A row of a table; all of it is hidden if one of its cells is. `undefined` if it is blank.
 *
 * @param cells its own, each with the number of columns that it spans
 * @param above the texts of cells that span into the start of the row
 */
export function rowBlock(
  cells: readonly (CellText & { readonly columns: number })[],
  above: readonly string[],
  { hiding, quotes }: Surroundings,
): Block | undefined {
  const columns = spread(cells, ({ markdown }) => markdown);
  if (columns.every((cell) => cell === '')) return undefined;
  return {
    kind: 'row',
    text: cells.map(({ text }) => text).join(' '),
    words: [{ markdown: rowMarkdown([...above.map(() => ''), ...columns]), hiding: undefined }],
    hiding: cells.map((cell) => cell.hiding).reduce(innerHiding, hiding),
    quotes,
    cells: [...above, ...spread(cells, ({ text }) => text)],
    lead: above[0] ?? cells[0]?.text,
  };
}

/** One text for each column: that of a cell is in the first column it spans. */
function spread<Cell extends { readonly columns: number }>(
  cells: readonly Cell[],
  textOf: (cell: Cell) => string,
): string[] {
  return cells.flatMap((cell) => [textOf(cell), ...Array<string>(cell.columns - 1).fill('')]);
}

/** The cells of a table as a line of Markdown. */
function rowMarkdown(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\n/g, ' ') || ' ').join(' | ')} |`;
}
