import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import { DamagedHistory } from './damaged-history.ts';

/** A longer record is not a row of a history but an unclosed quotation mark. */
const MAX_RECORD = 64 * 1024;
const DELIMITERS = [',', ';', '\t'];

const LENIENT = {
  bom: true,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: MAX_RECORD,
} as const;

/** The first row of a table. */
export class Header {
  /** The cells as written, without empty ones at the end. */
  readonly cells: readonly string[];
  readonly delimiter: string;
  /** The offset of the header in the text: after a byte order mark, empty lines, and `sep=;`. */
  readonly start: number;
  /** Other rows use the same delimiter, so this is not a sentence with a comma. */
  readonly isTable: boolean;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #known = new Map<string, number | undefined>();

  constructor(parts: Pick<Header, 'cells' | 'delimiter' | 'start' | 'isTable'>) {
    this.cells = parts.cells;
    this.delimiter = parts.delimiter;
    this.start = parts.start;
    this.isTable = parts.isTable;
    this.#positions = new Map(parts.cells.map((name, at) => [columnKey(name), at]));
  }

  /** Whether it has all these columns. Case, blanks and underscores do not matter. */
  has(...names: readonly string[]): boolean {
    return names.every((name) => this.position(name) !== undefined);
  }

  position(name: string): number | undefined {
    if (!this.#known.has(name)) this.#known.set(name, this.#positions.get(columnKey(name)));
    return this.#known.get(name);
  }
}

/** A row of a table. */
export class TableRow {
  readonly cells: readonly string[];
  readonly #header: Header;

  constructor(header: Header, cells: readonly string[]) {
    this.#header = header;
    this.cells = cells;
  }

  /** The cell in a column; `''` if it is missing, `undefined` if the table has no such column. */
  get(column: string): string | undefined {
    const position = this.#header.position(column);
    return position === undefined ? undefined : (this.cells[position]?.trim() ?? '');
  }
}

/**
 * Reads a table's first row.
 *
 * @param beginning of the text, some kilobytes of it
 * @returns `undefined` if there is none
 */
export function readHeader(beginning: string): Header | undefined {
  const told = /^[\ufeff\s]*sep=(.)\r?\n\s*/i.exec(beginning);
  const start = (told ?? /^[\ufeff\s]*/.exec(beginning))?.[0].length ?? 0;
  const [line = '', second = ''] = beginning.slice(start, start + 16_384).split(/[\r\n]+/, 2);
  let best: Header | undefined;
  for (const delimiter of told?.[1] ? [told[1], ...DELIMITERS] : DELIMITERS) {
    const cells = headerCells(line, delimiter);
    const isTable = cells.length > 1 && second.includes(delimiter);
    const isMore = cells.length > (best?.cells.length ?? 0);
    if (isMore) best = new Header({ cells, delimiter, start, isTable });
  }
  return best;
}

/**
 * Reads a table row by row.
 *
 * @param text all of it in pieces, the header included
 * @throws {DamagedHistory}
 */
export async function readTable(
  text: AsyncIterable<string>,
  header: Header,
  { isHeadless, onRow }: { isHeadless: boolean; onRow: (row: TableRow) => void },
): Promise<void> {
  const parser = parse({
    ...LENIENT,
    delimiter: header.delimiter,
    from: isHeadless ? 1 : 2,
  });
  // an error surfaces when reading from it
  pipeline(after(text, header.start), parser, () => {});
  const rows: AsyncIterable<string[]> = parser;
  try {
    for await (const cells of rows) onRow(new TableRow(header, unnested(cells, header)));
  } catch (error) {
    // its message quotes the row
    throw error instanceof CsvError ? new DamagedHistory() : error;
  }
}

/** A text without its first characters. */
async function* after(text: AsyncIterable<string>, start: number): AsyncGenerator<string> {
  let position = 0;
  for await (const piece of text) {
    const skipped = Math.max(0, start - position);
    position += piece.length;
    if (skipped < piece.length) yield piece.slice(skipped);
  }
}

/** Splits a row that a spreadsheet put into one cell. Commas within a title stay in it. */
function unnested(record: readonly string[], header: Header): readonly string[] {
  const width = header.cells.length;
  const [only = '', ...rest] = record;
  if (width < 2 || rest.some((cell) => cell.trim() !== '')) return record;
  // a row with only its first cell filled is not damaged
  if (rest.length > 0 && !only.includes('"')) return record;
  const delimiter = innerDelimiter(only);
  const cells = delimiter === undefined ? [] : parsedLine(only, delimiter);
  if (cells.length === width) return cells;
  if (cells.length < width || width !== 2) return record;
  return [cells.slice(0, -1).join(delimiter), cells.at(-1) ?? ''];
}

/** A header may also have been put into one cell, in quotation marks. */
function headerCells(line: string, delimiter: string): string[] {
  const cells = withoutEmptyEnd(parsedLine(line, delimiter));
  const [only = ''] = cells;
  const inner = cells.length === 1 && line.startsWith('"') ? innerDelimiter(only) : undefined;
  return inner === undefined ? cells : withoutEmptyEnd(parsedLine(only, inner));
}

function innerDelimiter(cell: string): string | undefined {
  return DELIMITERS.find((delimiter) => cell.includes(delimiter));
}

function parsedLine(line: string, delimiter: string): string[] {
  try {
    const rows: string[][] = parseNow(line, { ...LENIENT, delimiter });
    return rows[0] ?? [];
  } catch {
    return [];
  }
}

function withoutEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}

function columnKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
