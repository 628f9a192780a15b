import { alignRows } from '../render/rows.ts';

/** Rows of cells, aligned, a line each, two columns from the left. */
export function indented(rows: readonly (readonly string[])[]): string {
  return alignRows(rows)
    .map((line) => `  ${line}\n`)
    .join('');
}
