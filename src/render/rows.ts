import { columns } from '../text/columns.ts';

/**
 * Rows of cells as lines with their columns aligned; the last column is as long as it is.
 *
 * @param rows cells of one line each, made safe
 */
export function alignRows(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, columns(cell));
    });
  }
  return rows.map((row) => {
    const cells = row.map((cell, index) => {
      return cell + ' '.repeat(Math.max(0, (widths[index] ?? 0) - columns(cell)));
    });
    return cells.join('  ').trimEnd();
  });
}
