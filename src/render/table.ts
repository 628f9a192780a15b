import { columns } from '../text/columns.ts';
import { flowOf, inlineOf } from './inline.ts';
import { type Line, type Span, type Style, widthOf } from './line.ts';
import { stack } from './lines.ts';
import type { Room } from './room.ts';
import type { Flow, Run } from './runs.ts';
import type { Block } from './tree.ts';
import { wrap } from './wrap.ts';

/** Columns below which a cell can no longer be read. */
const NARROWEST_CELL = 4;
/** Columns between two cells: a border and a space on each side. */
const BORDER = 3;
const BORDER_STYLE: Style = { role: 'rule', decoration: true };

type Align = 'left' | 'center' | 'right';

/**
 * A table's lines: the header strong and underlined, cells wrapped so that all columns fit, and rules
 * between rows once a cell has several lines. Where columns would become too narrow, each row is a list of
 * `header: cell`.
 */
export function tableLines(table: Block, room: Room): Line[] {
  const [header = [], ...rows] = table.children
    .flatMap((part) => part.children)
    .map((row, index) =>
      row.children.map((cell) => {
        const style: Style = { role: room.role, ...(index === 0 && { strong: true }) };
        return flowOf(inlineOf(cell), style, room.page);
      }),
    );
  const widths = fitted(natural([header, ...rows]), room.width);
  if (!widths) return records(header, rows, room.width);
  return grid([header, ...rows], widths, alignments(table), room);
}

function grid(rows: readonly Flow[][], widths: number[], aligns: Align[], room: Room): Line[] {
  const { page } = room;
  const style = page.style(BORDER_STYLE);
  const { column, crossing, rule } = page.glyphs;
  const line = widths.map((width) => rule.repeat(width)).join(`${rule}${crossing}${rule}`);
  const ruled: Line = { spans: [{ text: line, style }] };
  const laid = rows.map((row) => row.map((cell, index) => wrap(cell, widths[index] ?? 1)));
  const isRuled = laid.some((row, index) => index > 0 && row.some((cell) => cell.length > 1));
  return laid.flatMap((cells, index) => {
    const height = cells.reduce((most, cell) => Math.max(most, cell.length), 1);
    const lines = Array.from({ length: height }, (_, at) =>
      joined(
        cells.map((cell) => cell[at]),
        widths,
        aligns,
        { text: column, style },
      ),
    );
    const isBelowRuled = index === 0 || (isRuled && index < laid.length - 1);
    return isBelowRuled ? [...lines, ruled] : lines;
  });
}

/** One line of a row: its cells' lines side by side. */
function joined(
  cells: (Line | undefined)[],
  widths: number[],
  aligns: Align[],
  border: Span,
): Line {
  const spans: Span[] = [];
  let gap = '';
  for (const [index, cell] of cells.entries()) {
    const room = (widths[index] ?? 0) - (cell ? widthOf(cell) : 0);
    const align = aligns[index] ?? 'left';
    const before = align === 'left' ? 0 : align === 'right' ? room : Math.floor(room / 2);
    if (index > 0) gap += ` ${border.text} `;
    gap += ' '.repeat(before);
    if (cell && cell.spans.length > 0) {
      if (gap !== '') spans.push({ text: gap, style: border.style });
      spans.push(...cell.spans);
      gap = '';
    }
    gap += ' '.repeat(room - before);
  }
  gap = gap.trimEnd();
  return { spans: gap === '' ? spans : [...spans, { text: gap, style: border.style }] };
}

function records(header: Flow[], rows: readonly Flow[][], width: number): Line[] {
  if (rows.length === 0)
    return stack(
      header.map((cell) => wrap(cell, width)),
      false,
    );
  const blocks = rows.map((row, rowIndex) =>
    row.flatMap((cell, index) => {
      const head = header[index] ?? [];
      // The header is text of the recap once, where it stands first.
      const label = rowIndex === 0 ? head : head.map(decorated);
      const style = head.find((item): item is Run => typeof item === 'object')?.style;
      const colon: Run[] = style ? [{ text: ': ', style: { ...style, decoration: true } }] : [];
      return wrap([...label, ...colon, ...cell], width);
    }),
  );
  return stack(blocks, true);
}

function decorated(item: Flow[number]): Flow[number] {
  return typeof item === 'object' ? { ...item, style: { ...item.style, decoration: true } } : item;
}

/** The widths that the columns would like to have. */
function natural(rows: readonly Flow[][]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      const wide = columns(allOf(cell));
      widths[index] = Math.max(widths[index] ?? 1, wide);
    }
  }
  return widths;
}

/**
 * Columns' widths that fit: narrow ones keep theirs, wide ones share what is left.
 *
 * @returns `undefined` if a column would be too narrow to read
 */
function fitted(widths: readonly number[], width: number): number[] | undefined {
  let room = width - BORDER * (widths.length - 1);
  let left = widths.length;
  let share = 0;
  for (const wide of [...widths].sort((a, b) => a - b)) {
    share = Math.floor(room / left);
    if (wide > share) break;
    room -= wide;
    left--;
  }
  if (left === 0) return [...widths];
  if (share < NARROWEST_CELL) return undefined;
  let spare = room - share * left;
  return widths.map((wide) => (wide <= share ? wide : share + (spare-- > 0 ? 1 : 0)));
}

function alignments(table: Block): Align[] {
  const cells = table.children[0]?.children[0]?.children ?? [];
  return cells.map(({ token }) => {
    const style = String(token.attrGet('style') ?? '');
    return style.endsWith('center') ? 'center' : style.endsWith('right') ? 'right' : 'left';
  });
}

function allOf(flow: Flow): string {
  let text = '';
  for (const item of flow) text += typeof item === 'object' ? item.text : ' ';
  return text;
}
