import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { awaitedFile } from '../../system/file-names.ts';
import { errno } from '../disk/errno.ts';
import { type LineProblem, type LogEntry, readLine } from './line.ts';
import { showOfUnread, type UnreadLine } from './unread-lines.ts';

/** Something in the state folder that is invalid. The folder never holds text of a recap. */
export type ReadingProblem =
  | { readonly file: string; readonly kind: LineProblem; readonly count: number }
  | {
      readonly file: string;
      readonly kind: 'unreadable';
      readonly count: 1;
      readonly code: string;
    };

/** A file that could not be read, or the folder itself. */
export type Unreadable = Extract<ReadingProblem, { kind: 'unreadable' }>;

/** What the files of a state folder say. */
export interface Reading {
  /** The entries of each show, from every file. A map, since a show may be called `__proto__`. */
  readonly shows: Map<string, LogEntry[]>;
  /** The entries of each file by its name, in its order. */
  readonly files: Map<string, LogEntry[]>;
  /** The lines that could not be read, from every file. */
  readonly unread: readonly UnreadLine[];
  readonly problems: readonly ReadingProblem[];
}

/** More than 100,000 confirmations: such a file is not ours. */
const LARGEST_FILE = 16 * 1024 * 1024;

/** Every device's file, and what programs that sync folders make of one when it was written twice. */
const LOG = /^progress-.+\.jsonl$/;

/**
 * Reads every log of the folder; a missing one is empty. Lines and files that cannot be read
 * are counted as problems, by file and kind.
 */
export function readFolder(folder: string): Reading {
  const shows = new Map<string, LogEntry[]>();
  const files = new Map<string, LogEntry[]>();
  const unread: UnreadLine[] = [];
  const problems: ReadingProblem[] = [];
  const names = attempt(folder, () => readdirSync(folder), []);
  if (!Array.isArray(names)) return { shows, files, unread, problems: [names] };
  for (const name of names.map((name) => awaitedFile(name)).filter((name) => name !== undefined)) {
    // what another device recorded may close a show, and is not downloaded
    if (LOG.test(name)) {
      problems.push({ file: join(folder, name), kind: 'unreadable', count: 1, code: 'ENODATA' });
    }
  }
  for (const name of names.filter((name) => LOG.test(name)).sort()) {
    const file = join(folder, name);
    const text = attempt(file, () => readLog(file), '');
    if (typeof text !== 'string') {
      problems.push(text);
      continue;
    }
    const lines = readLines(name, file, text);
    files.set(name, lines.entries);
    for (const entry of lines.entries) remember(shows, entry);
    unread.push(...lines.unread);
    problems.push(...lines.problems);
  }
  return { shows, files, unread, problems };
}

/** Adds an entry to those of its show. */
export function remember(shows: Map<string, LogEntry[]>, entry: LogEntry): void {
  const entries = shows.get(entry.show);
  if (entries) entries.push(entry);
  else shows.set(entry.show, [entry]);
}

function readLines(
  name: string,
  file: string,
  text: string,
): { entries: LogEntry[]; unread: UnreadLine[]; problems: ReadingProblem[] } {
  const entries: LogEntry[] = [];
  const unread: UnreadLine[] = [];
  const counts = new Map<LineProblem, number>();
  /** The number of the last line that is an entry of a show. */
  const last = new Map<string, number>();
  for (const [number, ended] of text.split('\n').entries()) {
    const line = ended.trimEnd();
    if (line === '') continue;
    const entry = readLine(line);
    if (typeof entry === 'object') {
      entries.push(entry);
      last.set(entry.show, number);
      continue;
    }
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
    unread.push({
      file: name,
      text: line,
      show: showOfUnread(line, entry, (show) => last.has(show)),
      isFollowedBy: (show) => (last.get(show) ?? -1) > number,
    });
  }
  return { entries, unread, problems: [...counts].map(([kind, count]) => ({ file, kind, count })) };
}

/** @throws an error with a code; `EFBIG` for a file too big, `EINVAL` for a pipe or a device */
function readLog(file: string): string {
  const stats = statSync(file);
  // Reading a pipe would never return. For a folder, reading fails with `EISDIR`.
  if (!stats.isFile() && !stats.isDirectory()) throw withCode('EINVAL');
  if (stats.size > LARGEST_FILE) throw withCode('EFBIG');
  // Decoded apart: with a coding, Node ends the whole process where the file cannot be closed.
  return readFileSync(file).toString('utf8');
}

function attempt<T>(file: string, read: () => T, missing: T): T | Unreadable {
  try {
    return read();
  } catch (error) {
    const code = errno(error);
    return code === 'ENOENT' ? missing : { file, kind: 'unreadable', count: 1, code };
  }
}

function withCode(code: string): Error {
  return Object.assign(new Error('a log cannot be read'), { code });
}
