import { parse } from 'csv-parse/sync';

/** A file's rows under the names of its columns. */
export interface Table {
  /** In lower case. */
  readonly columns: readonly string[];
  /** One for each row, by column. A cell that is missing is empty. */
  readonly records: readonly ReadonlyMap<string, string>[];
}

/** A file that begins like a history and cannot be read to its end. Nothing of it is in the message. */
export class DamagedHistory extends Error {
  override readonly name = 'DamagedHistory';
}

/** A record longer than this is no row of a history, but a quotation mark that was never closed. */
const MAX_RECORD = 64 * 1024;

/** A history's text, read as what a shape asks for. */
export class Source {
  readonly text: string;
  readonly #tick: () => void;
  readonly #beginning: string;
  #json: { readonly value: unknown } | undefined;

  /** @param tick called now and then while a long file is read */
  constructor(text: string, tick: () => void = () => {}) {
    this.text = text;
    this.#tick = tick;
    this.#beginning = text.trimStart().slice(0, 1);
  }

  /** The value of a JSON file; `undefined` if it is none. @throws {DamagedHistory} */
  get json(): unknown {
    if (this.#beginning !== '{' && this.#beginning !== '[') return undefined;
    this.#json ??= { value: parseJson(this.text) };
    return this.#json.value;
  }

  get isXml(): boolean {
    return this.#beginning === '<';
  }

  /** The names of the columns in the first line, in lower case; none where it is no table. */
  get columns(): readonly string[] {
    return this.#header().columns;
  }

  /** The whole table. @throws {DamagedHistory} */
  table(): Table {
    const { columns, delimiter } = this.#header();
    try {
      const rows: string[][] = parse(this.text, {
        ...LENIENT,
        delimiter,
        from: 2,
        on_record: (record: string[]) => {
          this.#tick();
          return record;
        },
      });
      return {
        columns,
        records: rows.map((row) => new Map(columns.map((name, at) => [name, row[at] ?? '']))),
      };
    } catch {
      // the parser's message quotes the row
      throw new DamagedHistory();
    }
  }

  #header(): { columns: readonly string[]; delimiter: string } {
    let best = { columns: [] as readonly string[], delimiter: ',' };
    if (this.#beginning === '' || '{[<'.includes(this.#beginning)) return best;
    const line = /[^\r\n]{0,4096}/.exec(this.text.replace(/^[\ufeff\s]+/, '').slice(0, 4096))?.[0];
    for (const delimiter of [',', ';', '\t']) {
      const columns = headerOf(line ?? '', delimiter);
      if (columns.length > best.columns.length) best = { columns, delimiter };
    }
    return best;
  }
}

const LENIENT = {
  bom: true,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: MAX_RECORD,
} as const;

function headerOf(line: string, delimiter: string): string[] {
  try {
    const rows: string[][] = parse(line, { ...LENIENT, delimiter });
    return (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  } catch {
    return [];
  }
}

/** The parser's message quotes its input. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new DamagedHistory();
  }
}
