import { mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errno } from '../disk/errno.ts';
import { makeFolder } from '../disk/make-folder.ts';
import { syncFolder } from '../disk/sync-folder.ts';
import { generationName, isGeneration, POINTER } from './generation.ts';

/** Files that are written at the same time. */
const WRITERS = 8;
/** What is younger may be another recap's that is being written. Milliseconds. */
const ABANDONED = 3_600_000;

/**
 * Writes an added show as a whole: a new folder with all of its files, then the pointer to it. Whenever the program or
 * the machine stops, the show is what it was before or what it is now. The folder before is kept until the
 * next time, for who reads from it at this moment.
 *
 * @param folder the show's folder
 * @param files contents by name
 * @throws the error of the file operation that failed; the show is then as before
 */
export async function writeShow(
  folder: string,
  files: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const before = generationName(folder);
  const made = makeFolder(folder);
  const draft = join(folder, `${POINTER}.${process.pid}`);
  let name: string | undefined;
  try {
    name = newGeneration(folder);
    const generation = join(folder, name);
    await writeFiles(generation, files, signal);
    syncFolder(generation);
    signal.throwIfAborted();
    // left by a recap that was killed and had this number
    await rm(draft, { force: true });
    await writeFile(draft, `${name}\n`);
    await rename(draft, join(folder, POINTER));
    syncFolder(folder);
    for (const above of made) syncFolder(dirname(above));
    sweep(folder, new Set([name, before ?? '']));
  } catch (error) {
    discard(draft);
    if (name !== undefined && generationName(folder) !== name) discard(join(folder, name));
    discardEmpty(made);
    throw error;
  }
}

/** Takes an added show out of the library, and then its files off the disk. @throws the error of what failed */
export async function removeShow(folder: string): Promise<void> {
  await rm(join(folder, POINTER), { force: true });
  await rm(folder, { recursive: true, force: true });
}

/** Creates a folder that did not exist before, and returns its name. */
function newGeneration(folder: string): string {
  for (;;) {
    const names = readdirSync(folder).filter(isGeneration);
    const name = nextName(new Set(names));
    try {
      mkdirSync(join(folder, name), { mode: 0o700 });
      return name;
    } catch (error) {
      if (errno(error) !== 'EEXIST') throw error;
    }
  }
}

/** The number behind the last, or where there is none a free one. */
function nextName(taken: ReadonlySet<string>): string {
  const next = String(Math.max(0, ...Array.from(taken, Number)) + 1);
  if (isGeneration(next)) return next;
  let number = 1;
  while (taken.has(String(number))) number++;
  return String(number);
}

async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...files];
  const write = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      signal.throwIfAborted();
      await writeFile(join(folder, next[0]), next[1]);
    }
  };
  const writers = await Promise.allSettled(Array.from({ length: WRITERS }, write));
  for (const writer of writers) if (writer.status === 'rejected') throw writer.reason;
}

async function writeFile(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Removes folders that are no longer read or written. */
function sweep(folder: string, kept: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    const isLeft = isGeneration(name) || name.startsWith(`${POINTER}.`);
    const path = join(folder, name);
    if (isLeft && !kept.has(name) && Date.now() - ageOf(path) > ABANDONED) discard(path);
  }
}

function ageOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
}

function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // leaving it does no harm
  }
}

function discardEmpty(folders: readonly string[]): void {
  for (const folder of [...folders].reverse()) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}
