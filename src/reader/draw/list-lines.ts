import type { Line, Span } from '../../render/line.ts';
import { columns, cuts } from '../../text/columns.ts';
import { spokenRows } from '../spoken/spoken-rows.ts';
import type { ReaderState } from '../state.ts';
import { chosen, signsOf, visibleFrom } from './page.ts';

/** What a line of a list shows: its text, and a sign before it, such as that of a watched episode. */
interface Drawn {
  readonly spans: readonly Span[];
  readonly sign?: string | undefined;
}

/** A line of a list: a row that can be selected, or the heading of a group. Only those on the screen are drawn. */
export interface ListLine {
  /** Counted among the rows; missing on a heading. */
  readonly row?: number;
  readonly draw: () => Drawn;
}

const BLANK_LINE: ListLine = { draw: () => ({ spans: [] }) };

/** Rows under the headings of their groups. A group without a name has none. */
export function grouped<Row extends { readonly group: string }>(
  rows: readonly Row[],
  draw: (row: Row) => Drawn,
): ListLine[] {
  const lines: ListLine[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.group !== '' && row.group !== rows[index - 1]?.group) {
      if (index > 0) lines.push(BLANK_LINE);
      lines.push({ draw: () => ({ spans: [{ text: row.group, style: { role: 'heading' } }] }) });
    }
    lines.push({ row: index, draw: () => draw(row) });
  }
  return lines;
}

/** As many lines as there is room for, among them the selected row, each with its margin and as wide as the list. */
export function visibleLines(
  state: ReaderState,
  lines: readonly ListLine[],
  selected: number,
  { rows, width }: { readonly rows: number; readonly width: number },
): Line[] {
  if (state.settings.isSpoken) {
    const told = lines.map(({ row, draw }) => ({
      spans: draw().spans,
      isSelected: row !== undefined && row === selected,
    }));
    return spokenRows(state, told, rows);
  }
  const at = lines.findIndex(({ row }) => row === selected);
  const from = visibleFrom(at, lines.length, rows);
  return lines.slice(from, from + rows).map((line) => {
    const isSelected = line.row !== undefined && line.row === selected;
    const { spans: own, sign = ' ' } = line.draw();
    const lead = isSelected ? signsOf(state).pointer : sign;
    const spans = filled(own, width);
    return {
      spans: [
        { text: ` ${lead} `, style: { role: isSelected ? 'text' : 'accent' } },
        ...(isSelected ? spans.map(chosen) : spans),
      ],
    };
  });
}

/** Spans cut or filled up to a width. */
export function filled(spans: readonly Span[], width: number): Span[] {
  const found: Span[] = [];
  let left = width;
  for (const span of spans) {
    const wide = columns(span.text);
    if (wide <= left) {
      found.push(span);
      left -= wide;
      continue;
    }
    const text = left > 0 ? span.text.slice(0, cuts(span.text, left)[0]) : '';
    found.push({ ...span, text });
    left -= columns(text);
    break;
  }
  return left > 0 ? [...found, { text: ' '.repeat(left), style: { role: 'text' } }] : found;
}

/** A text cut or filled up to a width, with room for an ellipsis where it is cut. */
export function cell(text: string, width: number, ellipsis: string): string {
  const wide = columns(text);
  if (wide <= width) return text + ' '.repeat(width - wide);
  if (width < 2) return ' '.repeat(width);
  const cut = text.slice(0, cuts(text, Math.max(1, width - 1))[0]).trimEnd();
  return cut + ellipsis + ' '.repeat(Math.max(0, width - columns(cut) - 1));
}
