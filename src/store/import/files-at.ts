import { createReadStream, type Stats, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { filesBelow } from './folder.ts';
import type { ImportFile } from './import-file.ts';
import { collect, guarded, plainOnly, take } from './pieces.ts';
import { signatureOf } from './signature.ts';
import { UnreadableFile, unreadable } from './unreadable-file.ts';

/** Names of what was opened before the program began, as `<(…)` in a shell gives them. */
const OPENED = /^\/(?:dev\/(?:stdin$|fd\/)|proc\/self\/fd\/)/;

/** An archive that comes through a pipe is held in memory, as the list of its files is at its end. */
const MAX_PIPED_MEGABYTES = 128;

/** Whether there is something at a path; `-` is standard input. */
export function isThere(path: string): boolean {
  try {
    return path === '-' || statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // it is said of what is there when it is opened
    return true;
  }
}

/**
 * The files behind a path: itself, those of the folder, those in the archive; `-` is standard input. Compressed
 * ones are unpacked. A file that cannot be read says so when its pieces are, so that the others are read.
 */
export async function* filesAt(
  path: string,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<ImportFile> {
  try {
    if (path === '-') yield* unpacked(stdin, path);
    else if (statsOf(path).isDirectory()) {
      for (const file of filesBelow(path)) yield* inFolder(file);
    } else if (OPENED.test(path)) yield* unpacked(createReadStream(path), path);
    else if (statsOf(path).isFile()) yield* unpacked(createReadStream(path), path, path);
    else throw new UnreadableFile({ kind: 'not-a-file' });
  } catch (error) {
    yield { label: path, isNamed: true, pieces: failing(unreadable(error)) };
  }
}

async function* inFolder(path: string): AsyncGenerator<ImportFile> {
  try {
    for await (const file of unpacked(createReadStream(path), path, path)) {
      yield { ...file, isNamed: false };
    }
  } catch (error) {
    yield { label: path, isNamed: false, pieces: failing(unreadable(error)) };
  }
}

/** @param file where the bytes are, if they can be read in any order */
async function* unpacked(
  bytes: AsyncIterable<Uint8Array>,
  label: string,
  file?: string,
): AsyncGenerator<ImportFile> {
  const pieces = guarded(bytes);
  const first = await take(pieces);
  const signature = signatureOf(first);
  const whole = resume(first, pieces);
  if (signature === 'zip') {
    const { filesInZip } = await import('./zip.ts');
    if (file !== undefined) await pieces.return(undefined);
    yield* filesInZip(file ?? (await collect(whole, MAX_PIPED_MEGABYTES)), label);
  } else if (signature === 'gzip') {
    yield { label, isNamed: true, pieces: plainOnly(gunzip(whole)) };
  } else if (signature === 'plain') yield { label, isNamed: true, pieces: whole };
  else throw new UnreadableFile({ kind: signature });
}

async function* resume(
  first: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  yield* pieces;
}

function gunzip(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const unpacked = createGunzip();
  // an error comes out of what is read from it
  pipeline(pieces, unpacked, () => {});
  return unpacked;
}

// biome-ignore lint/correctness/useYield: it fails before there is anything to yield
async function* failing(error: UnreadableFile): AsyncGenerator<Uint8Array> {
  throw error;
}

function statsOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw unreadable(error);
  }
}
