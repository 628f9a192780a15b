import * as z from 'zod/mini';
import type { TextPosition } from '../../model/text-position.ts';
import { KeptFile } from './kept-file.ts';
import { STORED_POSITION, storedPosition } from './stored-position.ts';

const FILE = 'bookmarks.json';

const schema = z.object({
  version: z.literal(1),
  bookmarks: z.array(
    z.object({ letter: z.string().check(z.regex(/^[a-z]$/i)), ...STORED_POSITION }),
  ),
});

type Stored = z.infer<typeof schema>;

/** A position in a recap. */
export interface Bookmark {
  readonly show: string;
  readonly slug: string;
  readonly position: TextPosition;
}

/** The reader's bookmarks by their letters, kept in the state folder. They hold positions and no text. */
export class Bookmarks {
  readonly #file: KeptFile<Stored> | undefined;

  /** @param folder the state folder; `undefined` if nothing is stored */
  constructor(folder: string | undefined) {
    this.#file = folder === undefined ? undefined : bookmarksFile(folder);
  }

  all(): ReadonlyMap<string, Bookmark> {
    const { bookmarks } = this.#file?.read() ?? NONE;
    return new Map(
      bookmarks.map(({ letter, show, slug, ...position }) => [letter, { show, slug, position }]),
    );
  }

  /** Sets a bookmark; one with the same letter is replaced. Returns whether it was kept. */
  set(letter: string, { show, slug, position }: Bookmark): boolean {
    if (!this.#file) return false;
    const code = this.#file.change(({ bookmarks }) => ({
      version: 1,
      bookmarks: [
        ...bookmarks.filter((bookmark) => bookmark.letter !== letter),
        { letter, ...storedPosition(show, slug, position) },
      ],
    }));
    return code === undefined;
  }
}

const NONE: Stored = { version: 1, bookmarks: [] };

function bookmarksFile(folder: string): KeptFile<Stored> {
  return new KeptFile(folder, FILE, schema, NONE);
}

/** Removes the bookmarks in a show. Returns the code of the error if the file cannot be written. */
export function forgetBookmarks(folder: string, show: string): string | undefined {
  return bookmarksFile(folder).forget(({ bookmarks }) => ({
    version: 1,
    bookmarks: bookmarks.filter((bookmark) => bookmark.show !== show),
  }));
}
