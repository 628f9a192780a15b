import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import { errno } from '../disk/errno.ts';
import { makeFolder } from '../disk/make-folder.ts';

/**
 * A small file of the state folder that makes reading more convenient. A file that is missing, corrupt or from another
 * version counts as an empty one, and nobody is bothered with an error: the reader works without it.
 */
export class KeptFile<T> {
  readonly #folder: string;
  readonly #name: string;
  readonly #schema: z.ZodMiniType<T>;
  readonly #empty: T;

  constructor(folder: string, name: string, schema: z.ZodMiniType<T>, empty: T) {
    this.#folder = folder;
    this.#name = name;
    this.#schema = schema;
    this.#empty = empty;
  }

  read(): T {
    return this.#parse(this.#text() ?? '');
  }

  /**
   * Changes what the file holds now: another reader may have written it since. A file that cannot be written stays as it
   * is; returns the error's code then, such as `EACCES`.
   */
  change(by: (now: T) => T): string | undefined {
    const text = this.#text();
    const next = `${JSON.stringify(by(this.#parse(text ?? '')))}\n`;
    if (next === (text ?? `${JSON.stringify(this.#empty)}\n`)) return undefined;
    const file = join(this.#folder, this.#name);
    const temporary = `${file}.${process.pid}`;
    try {
      makeFolder(this.#folder);
      writeFileSync(temporary, next, { mode: 0o600 });
      renameSync(temporary, file);
      return undefined;
    } catch (error) {
      discard(temporary);
      return errno(error);
    }
  }

  #text(): string | undefined {
    try {
      return readFileSync(join(this.#folder, this.#name), 'utf8');
    } catch {
      return undefined;
    }
  }

  #parse(text: string): T {
    try {
      return this.#schema.parse(JSON.parse(text));
    } catch {
      return this.#empty;
    }
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // what cannot be written cannot be removed either
  }
}
