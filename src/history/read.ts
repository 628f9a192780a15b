import { decode } from './decode.ts';
import type { HistoryFormat, JsonItem, OtherRecord, Reader, Receiver } from './format.ts';
import { HISTORY_FORMATS, OTHER_RECORDS } from './formats.ts';
import { readJson } from './json.ts';
import { firstLine, readLines } from './lines.ts';
import { readHeader, readTable } from './table.ts';
import { firstElements, readXml } from './xml.ts';

/** What a file was recognized as. */
export type ReadHistory =
  | { readonly kind: 'history'; readonly format: HistoryFormat }
  /** A known kind of file without episodes. */
  | { readonly kind: 'other'; readonly record: OtherRecord }
  | { readonly kind: 'empty' | 'unknown' | 'unknown-table' };

/** The amount of text needed to recognize a file. */
const BEGINNING = 64 * 1024;
/** A JSON file is recognized by its first items. */
const FIRST_ITEMS = 20;

/**
 * Reads a watch history, recognized by its content and not its name. It is read in pieces and never held in memory as a
 * whole.
 *
 * @param pieces of the file, in order
 * @throws {DamagedHistory} if it cannot be read to its end; entries may have been passed on before
 */
export async function readHistory(
  pieces: AsyncIterable<Uint8Array>,
  to: Receiver,
): Promise<ReadHistory> {
  const text = decode(pieces);
  try {
    return await readDecoded(text, to);
  } finally {
    // a source that is not read to its end is closed
    await text.return(undefined);
  }
}

async function readDecoded(text: AsyncGenerator<string>, to: Receiver): Promise<ReadHistory> {
  const beginning = await take(text, BEGINNING);
  const whole = resume(beginning, text);
  const first = beginning.replace(/^[\ufeff\s]+/, '').charAt(0);
  if (first === '') return { kind: 'empty' };
  if (first === '{' || first === '[') return readJsonHistory(whole, first, to);
  if (first === '<') return readXmlHistory(whole, firstElements(beginning), to);
  return readTextHistory(whole, beginning, to);
}

async function readJsonHistory(
  text: AsyncIterable<string>,
  first: '{' | '[',
  to: Receiver,
): Promise<ReadHistory> {
  const readings = HISTORY_FORMATS.flatMap((format) =>
    format.readings.flatMap((reading) => (reading.kind === 'json' ? [{ format, reading }] : [])),
  );
  const others = OTHER_RECORDS.flatMap((record) =>
    record.recognitions.flatMap((reading) =>
      reading.kind === 'json' ? [{ record, reading }] : [],
    ),
  );
  const paths = [...readings, ...others].flatMap(({ reading }) => reading.paths);
  const items: JsonItem[] = [];
  let found: ((typeof readings)[number] & { reader: Reader<JsonItem> }) | undefined;
  const recognize = () => {
    const match = readings.find(({ reading }) => reading.fits(itemsOf(reading, items)));
    if (!match) return false;
    const { format, reading } = match;
    const reader = reading.open(to);
    for (const item of itemsOf(reading, items)) reader.read(item);
    found = { format, reading, reader };
    return true;
  };
  const read = (item: JsonItem) => {
    if (found) {
      for (const own of itemsOf(found.reading, [item])) found.reader.read(own);
      return true;
    }
    items.push(item);
    return items.length < FIRST_ITEMS || recognize();
  };
  const isArray = first === '[';
  await readJson(
    text,
    paths.filter((path) => path.startsWith('$.*') === isArray),
    read,
  );
  if (!found && items.length < FIRST_ITEMS) recognize();
  if (found) {
    found.reader.end?.();
    return { kind: 'history', format: found.format };
  }
  const other = others.find(({ reading }) => reading.fits(itemsOf(reading, items)));
  if (other) return { kind: 'other', record: other.record };
  return { kind: isArray && items.length === 0 ? 'empty' : 'unknown' };
}

/** The items at the paths of a format. */
function itemsOf({ paths }: { readonly paths: readonly string[] }, items: readonly JsonItem[]) {
  return items.filter(({ path }) => paths.includes(path === '' ? '$.*' : `$.${path}.*`));
}

async function readXmlHistory(
  text: AsyncIterable<string>,
  elements: readonly string[],
  to: Receiver,
): Promise<ReadHistory> {
  for (const format of HISTORY_FORMATS) {
    for (const reading of format.readings) {
      if (reading.kind !== 'xml') continue;
      if (!elements.some((name) => reading.elements.includes(name))) continue;
      const reader = reading.open(to);
      await readXml(text, (element) => reader.read(element));
      reader.end?.();
      return { kind: 'history', format };
    }
  }
  return { kind: 'unknown' };
}

async function readTextHistory(
  text: AsyncIterable<string>,
  beginning: string,
  to: Receiver,
): Promise<ReadHistory> {
  const header = readHeader(beginning);
  for (const format of HISTORY_FORMATS) {
    for (const reading of format.readings) {
      if (reading.kind === 'table' && header && reading.fits(header)) {
        const reader = reading.open(to);
        await readTable(text, header, {
          isHeadless: reading.isHeadless ?? false,
          onRow: (row) => reader.read(row),
        });
        reader.end?.();
        return { kind: 'history', format };
      }
      if (reading.kind === 'lines' && reading.fits(firstLine(beginning))) {
        const reader = reading.open(to);
        await readLines(text, (line) => reader.read(line));
        reader.end?.();
        return { kind: 'history', format };
      }
    }
  }
  const record = OTHER_RECORDS.find(({ recognitions }) =>
    recognitions.some((other) => other.kind === 'table' && header && other.fits(header)),
  );
  if (record) return { kind: 'other', record };
  return { kind: header?.isTable ? 'unknown-table' : 'unknown' };
}

/** The first pieces that together hold `length` characters. */
async function take(text: AsyncIterator<string>, length: number): Promise<string> {
  let taken = '';
  while (taken.length < length) {
    const { done, value } = await text.next();
    if (done) break;
    taken += value;
  }
  return taken;
}

/** The taken pieces, and the rest. */
async function* resume(taken: string, text: AsyncIterable<string>): AsyncGenerator<string> {
  yield taken;
  yield* text;
}
