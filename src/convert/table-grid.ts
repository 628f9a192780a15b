import { attribute, isElement, type PageElement, textOf } from './page-tree.ts';

/** A table cell and the number of columns it spans. */
interface Cell {
  readonly element: PageElement;
  readonly columns: number;
}

interface GridRow {
  readonly element: PageElement;
  readonly cells: readonly Cell[];
  /** The text of cells from rows above that span into the start of this row. */
  readonly above: readonly string[];
}

/** The rows of a table, with its header separate. */
export interface Grid {
  readonly caption: PageElement | undefined;
  readonly header: readonly PageElement[] | undefined;
  readonly rows: readonly GridRow[];
}

const MOST_COLUMNS = 50;

/** Reads a table row by row. Its first row is the header if all its cells are `th`. */
export function gridOf(table: PageElement): Grid {
  const rows: GridRow[] = [];
  let header: PageElement[] | undefined;
  let caption: PageElement | undefined;
  let reaching: { text: string; rows: number }[] = [];
  const read = (parent: PageElement) => {
    for (const child of parent.childNodes) {
      if (!isElement(child)) continue;
      if (child.tagName === 'caption') caption = child;
      else if (child.tagName !== 'tr') {
        if (/^(?:thead|tbody|tfoot)$/.test(child.tagName)) read(child);
      } else {
        const cells = cellsOf(child);
        if (cells.length === 0) continue;
        const isHeader = cells.length > 1 && cells.every(({ element }) => element.tagName === 'th');
        if (isHeader && !header && rows.length === 0) {
          header = cells.flatMap(({ element, columns }) =>
            Array<PageElement>(columns).fill(element),
          );
          continue;
        }
        const above = reaching.map(({ text }) => text);
        reaching = reaching
          .map(({ text, rows }) => ({ text, rows: rows - 1 }))
          .filter(({ rows }) => rows > 0);
        for (const { element } of cells) {
          const reach = Math.min(1000, Number(attribute(element, 'rowspan')) || 1) - 1;
          if (reach <= 0 || element !== cells[reaching.length]?.element) break;
          reaching.push({ text: textOf(element), rows: reach });
        }
        rows.push({ element: child, cells, above });
      }
    }
  };
  read(table);
  return { caption, header, rows };
}

function cellsOf(row: PageElement): Cell[] {
  return row.childNodes.flatMap((child) => {
    if (!isElement(child) || (child.tagName !== 'td' && child.tagName !== 'th')) return [];
    const columns = Math.max(1, Math.min(MOST_COLUMNS, Number(attribute(child, 'colspan')) || 1));
    return [{ element: child, columns }];
  });
}

/** Whether a table is only used for layout: it has one column, or whole paragraphs in cells and no header. */
export function isLayout({ header, rows }: Grid, holders: ReadonlySet<PageElement>): boolean {
  if (rows.every(({ cells, above }) => cells.length + above.length <= 1)) return true;
  if (header) return false;
  return rows.some(
    ({ cells }) =>
      cells.length > 1 &&
      cells.some(({ element }) => element.tagName === 'td' && holders.has(element)),
  );
}
