import { UserError } from '../model/user-error.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';
import type { Library } from '../store/library/library.ts';
import { Bookmarks } from '../store/reading/bookmarks.ts';
import { forgetShow } from '../store/reading/forget-show.ts';
import { ReadingHistory } from '../store/reading/reading-history.ts';
import type { Audience } from './audience.ts';
import { findShow } from './find-show.ts';

/** A show that reading has left something of, which the library may no longer have. */
export interface ReadShow {
  readonly slug: string;
  readonly title: string;
}

/**
 * The show whose reading history is to be forgotten: one of the library, or the slug of one that was read once.
 *
 * @throws {UserError}
 */
export async function showToForget(
  library: Library,
  { folder }: Audience,
  query: string,
): Promise<ReadShow> {
  try {
    return await findShow(library, query);
  } catch (error) {
    const slug = query.toLowerCase();
    if (!(error instanceof UserError) || !wasRead(folder, slug)) throw error;
    return { slug, title: slug };
  }
}

function wasRead(folder: string | undefined, slug: string): boolean {
  const read = new ReadingHistory(folder).recentShows;
  const marked = [...new Bookmarks(folder).all().values()].map(({ show }) => show);
  return [...read, ...marked].includes(slug);
}

/** Forgets what reading the show has left in the profile's folder. Progress stays. @throws {UserError} */
export function forgetReading({ folder }: Audience, { slug, title }: ReadShow): void {
  const code = folder === undefined ? undefined : forgetShow(folder, slug);
  if (code === undefined) return;
  throw new UserError(`what you have read of ${title} was not forgotten: ${fileErrorWords(code)}`);
}
