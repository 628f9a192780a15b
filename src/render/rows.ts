import { columns } from '../text/columns.ts';

/**
 * Rows of cells as lines with their columns aligned; the last column is as long as it is.
 *
 * @param rows cells of one line each, made safe
 */
export function alignRows(rows: readonly (readonly string[])[]): string[] {
  const columnsOf = rows.map((row) => row.map(columns));
  const widths: number[] = [];
  for (const row of columnsOf) {
    row.forEach((width, index) => {
      widths[index] = Math.max(widths[index] ?? 0, width);
    });
  }
  return rows.map((row, at) => {
    const cells = row.map((cell, index) => {
      return cell + ' '.repeat((widths[index] ?? 0) - (columnsOf[at]?.[index] ?? 0));
    });
    return cells.join('  ').trimEnd();
  });
}
