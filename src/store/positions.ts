import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { TextPosition } from '../model/text-position.ts';
import { makeFolder } from './disk/make-folder.ts';

const FILE = 'positions.json';
/** The oldest are forgotten beyond so many recaps. */
const MOST = 500;

const schema = z.object({
  version: z.literal(1),
  /** The recap that was read last. */
  last: z.nullable(z.object({ show: z.string(), slug: z.string() })),
  /** From a recap to where it was left, the latest last. */
  recaps: z.array(
    z.object({
      show: z.string(),
      slug: z.string(),
      chunk: z.int().check(z.nonnegative()),
      characters: z.int().check(z.nonnegative()),
    }),
  ),
});

type Stored = z.infer<typeof schema>;

/**
 * Where each recap was left, kept in the state folder. It is a convenience: a file that cannot be read
 * or written is passed over in silence. It says nothing of a recap but how far its visible text was scrolled.
 */
export class Positions {
  readonly #folder: string | undefined;
  #stored: Stored;

  /**
   * @param folder the state folder; `undefined`: nothing is kept
   * @param isKept whether what is remembered is written there
   */
  constructor(folder: string | undefined, isKept = true) {
    this.#folder = isKept ? folder : undefined;
    this.#stored = folder === undefined ? NOTHING : read(join(folder, FILE));
  }

  /** The recap that was read last. */
  get last(): Stored['last'] {
    return this.#stored.last;
  }

  /** The shows of which something was read, the latest first. */
  get recentShows(): readonly string[] {
    return [...new Set(this.#stored.recaps.map(({ show }) => show).reverse())];
  }

  /** Where a recap was left. */
  of(show: string, slug: string): TextPosition | null {
    return this.#stored.recaps.find((entry) => entry.show === show && entry.slug === slug) ?? null;
  }

  remember(show: string, slug: string, { chunk, characters }: TextPosition): void {
    const others = this.#stored.recaps.filter(
      (entry) => entry.show !== show || entry.slug !== slug,
    );
    const recaps = [...others, { show, slug, chunk, characters }].slice(-MOST);
    this.#stored = { version: 1, last: { show, slug }, recaps };
    if (this.#folder === undefined) return;
    try {
      makeFolder(this.#folder);
      const file = join(this.#folder, FILE);
      const temporary = `${file}.${process.pid}`;
      writeFileSync(temporary, `${JSON.stringify(this.#stored)}\n`, { mode: 0o600 });
      renameSync(temporary, file);
    } catch {
      // the next run begins at the top
    }
  }
}

const NOTHING: Stored = { version: 1, last: null, recaps: [] };

function read(file: string): Stored {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return NOTHING;
  }
}
