import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import { errno } from '../disk/errno.ts';
import { makeFolder } from '../disk/make-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';

const CORRUPT = 'EBADMSG';

/**
 * A small file of the state folder that makes reading more convenient. A file that is missing, unreadable, corrupt
 * or from another version is read as an empty one, since the reader works without it; only a missing one is replaced.
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
    try {
      return this.#load() ?? this.#empty;
    } catch {
      return this.#empty;
    }
  }

  /**
   * Changes the current content: another reader may have written it since. A file that cannot be read or written stays
   * as it is.
   *
   * @returns the error's code then, such as `EACCES`; `EBADMSG` for a corrupt file or another version
   */
  change(by: (now: T) => T): string | undefined {
    try {
      const now = this.#load() ?? this.#empty;
      const next = by(now);
      if (textOf(next) !== textOf(now)) this.#write(next);
      return undefined;
    } catch (error) {
      return errno(error);
    }
  }

  /** The same, to forget something. A corrupt file is emptied, as it may still contain it. */
  forget(by: (now: T) => T): string | undefined {
    const code = this.change(by);
    if (code !== CORRUPT) return code;
    try {
      this.#write(this.#empty);
      return undefined;
    } catch (error) {
      return errno(error);
    }
  }

  #write(content: T): void {
    makeFolder(this.#folder);
    replaceFile(join(this.#folder, this.#name), textOf(content), 0o600);
  }

  /** The content; `undefined` if there is no file. @throws an error with a code */
  #load(): T | undefined {
    let text: string;
    try {
      text = readFileSync(join(this.#folder, this.#name), 'utf8');
    } catch (error) {
      if (errno(error) === 'ENOENT') return undefined;
      throw error;
    }
    try {
      return this.#schema.parse(JSON.parse(text));
    } catch {
      throw Object.assign(new Error('corrupt'), { code: CORRUPT });
    }
  }
}

function textOf(content: unknown): string {
  return `${JSON.stringify(content)}\n`;
}
