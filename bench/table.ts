/** A limit that a measured ratio has to keep. */
export interface Target {
  /** What is measured. */
  readonly of: string;
  /** `undefined` where it could not be measured. */
  readonly ratio: number | undefined;
  readonly limit: number;
  /** What the ratio is to. */
  readonly to: string;
}

interface Row {
  readonly name: string;
  /** As many as there are columns. */
  readonly cells: readonly string[];
  readonly targets?: readonly Target[];
}

/** What a section has found. */
export interface Table {
  readonly title: string;
  /** How it was measured, in a sentence or two. */
  readonly note: string;
  /** What stands in the cells; the name before them and the target behind them are added. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** A table for a terminal. */
export function asText(table: Table): string {
  const grid = [headings(table), ...table.rows.map(cellsOf)].map((row) =>
    row.map((cell) => cell.replaceAll('`', '')),
  );
  const widths = (grid[0] ?? []).map((_, column) =>
    Math.max(...grid.map((row) => (row[column] ?? '').length)),
  );
  const lines = grid.map((row) =>
    row
      .map((cell, column) => align(cell, widths[column] ?? 0, isNumeric(table, column)))
      .join('  ')
      .trimEnd(),
  );
  return `${table.title}\n\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** The same as Markdown, under a heading. */
export function asMarkdown(table: Table): string {
  const rule = headings(table).map((_, column) => (isNumeric(table, column) ? '---:' : '---'));
  const rows = [headings(table), rule, ...table.rows.map(cellsOf)];
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |\n`);
  return `## ${table.title}\n\n${table.note}\n\n${lines.join('')}`;
}

/** The targets that were not reached, or could not be measured, each in a line. */
export function missedTargets({ title, rows }: Table): string[] {
  return rows
    .flatMap(({ targets = [] }) => targets)
    .filter((target) => verdict(target) !== 'ok')
    .map((target) => `${title}: ${target.of} ${wish(target)}: ${verdict(target)}`);
}

function headings({ columns }: Table): string[] {
  return ['', ...columns, 'target', ''];
}

function cellsOf({ name, cells, targets = [] }: Row): string[] {
  return [name, ...cells, targets.map(wish).join('; '), targets.map(verdict).join('; ')];
}

function wish({ limit, to }: Target): string {
  return `≤ ${limit} × ${to}`;
}

function verdict({ ratio, limit }: Target): string {
  if (ratio === undefined) return 'not measured';
  return ratio <= limit ? 'ok' : 'over';
}

function isNumeric({ columns }: Table, column: number): boolean {
  return column > 0 && column <= columns.length;
}

function align(cell: string, width: number, isNumber: boolean): string {
  return isNumber ? cell.padStart(width) : cell.padEnd(width);
}
