import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { mayBeHistory } from './folder.ts';
import type { ImportFile } from './import-file.ts';
import { plainOnly } from './pieces.ts';
import { UnreadableFile, unreadable } from './unreadable-file.ts';

/** An archive with more files is not one of ours. */
const MAX_ENTRIES = 20_000;
/** So much may all its files come to, unpacked. */
const MAX_MEGABYTES = 2048;

/**
 * The files in a ZIP archive that may be histories, one after the other; each is read before the next.
 *
 * @param archive its path, or its bytes
 * @throws {UnreadableFile}
 */
export async function* filesInZip(
  archive: string | Buffer,
  label: string,
): AsyncGenerator<ImportFile> {
  const zip = await opened(archive);
  try {
    const entries = await entriesOf(zip);
    if (isSpreadsheet(entries)) throw new UnreadableFile({ kind: 'spreadsheet' });
    const files = entries.filter(({ fileName }) => mayBeHistory(fileName));
    const bytes = files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    if (bytes > MAX_MEGABYTES * 1024 * 1024) {
      throw new UnreadableFile({ kind: 'too-large', megabytes: MAX_MEGABYTES });
    }
    for (const entry of files) {
      const pieces = plainOnly(contents(zip, entry));
      yield { label: `${label}: ${entry.fileName}`, isNamed: false, pieces };
    }
  } finally {
    zip.close();
  }
}

async function opened(archive: string | Buffer): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false };
  try {
    return await (typeof archive === 'string'
      ? openPromise(archive, options)
      : fromBufferPromise(archive, options));
  } catch (error) {
    throw unreadable(error);
  }
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.push(entry) > MAX_ENTRIES) {
        throw new UnreadableFile({ kind: 'too-many', files: MAX_ENTRIES });
      }
    }
  } catch (error) {
    throw unreadable(error);
  }
  return entries;
}

/** Sizes are checked against what the archive says of them, so a small archive cannot unpack to more. */
async function* contents(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new UnreadableFile({ kind: 'encrypted' });
  if (!entry.canDecodeFileData()) throw new UnreadableFile({ kind: 'packed' });
  yield* await zip.openReadStreamPromise(entry);
}

/** `.xlsx` and its like are archives too, and so is `.ods`. */
function isSpreadsheet(entries: readonly Entry[]): boolean {
  const names = new Set(entries.map(({ fileName }) => fileName));
  return names.has('[Content_Types].xml') || (names.has('mimetype') && names.has('content.xml'));
}
