import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { crc32 } from '../text/crc32.ts';
import { makeFolder } from './disk/make-folder.ts';
import { replaceFile } from './disk/replace-file.ts';

const FOLDER = 'crawls';

const schema = z.object({
  version: z.literal(1),
  start: z.string(),
  show: z.nullable(z.string()),
  queue: z.array(
    z.object({
      address: z.url(),
      kind: z.enum(['recap', 'list']),
      hasFailed: z.optional(z.boolean()),
    }),
  ),
  seen: z.array(z.string()),
});

/** What is kept of a crawl that was interrupted. */
export interface StoredCrawl {
  /** The slug of the show, once that is known. */
  readonly show: string | null;
  /** Pages that are still to be fetched, the next one first. */
  readonly queue: readonly {
    readonly address: string;
    readonly kind: 'recap' | 'list';
    /** It did not answer in an earlier run. */
    readonly hasFailed?: boolean | undefined;
  }[];
  /** Every page that was ever in the queue. */
  readonly seen: readonly string[];
}

/**
 * A crawl that can go on later. Its file is in the state folder and only its owner can read it, as addresses can be
 * spoilers; it is removed when the crawl is done.
 */
export class UnfinishedCrawl {
  readonly #folder: string;
  readonly #start: string;

  /** @param stateFolder where the file is kept, in a folder of its own */
  constructor(stateFolder: string, start: string) {
    this.#folder = join(stateFolder, FOLDER);
    this.#start = start;
  }

  /** The state that an earlier run left; `undefined` if there is none, or it cannot be read. */
  read(): StoredCrawl | undefined {
    try {
      const stored = schema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
      return stored.start === this.#start ? stored : undefined;
    } catch {
      return undefined;
    }
  }

  /** @throws the error of the file operation that failed */
  write(crawl: StoredCrawl): void {
    makeFolder(this.#folder);
    const text = JSON.stringify({ version: 1, start: this.#start, ...crawl });
    replaceFile(this.#file, `${text}\n`, 0o600);
  }

  remove(): void {
    rmSync(this.#file, { force: true });
  }

  get #file(): string {
    return join(this.#folder, `${crc32(this.#start)}.json`);
  }
}
