import { forgetBookmarks } from './bookmarks.ts';
import { forgetReadings } from './reading-history.ts';

/**
 * Forgets all that reading a show has left in a profile's state folder: where its recaps were left, which of them were
 * read and when, and the bookmarks in them. Progress stays. A file that is corrupt is emptied.
 *
 * @param folder the profile's state folder; it need not exist
 * @param show the show's slug
 * @returns the code of the error where a file could not be written, such as `EACCES`; what could be forgotten is
 */
export function forgetShow(folder: string, show: string): string | undefined {
  const codes = [forgetReadings(folder, show), forgetBookmarks(folder, show)];
  return codes.find((code) => code !== undefined);
}
