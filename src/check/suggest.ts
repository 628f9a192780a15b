import { basename, dirname } from 'node:path';
import { secretsOf } from '../gated/show.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import type { LibraryFolder } from '../store/library/folders.ts';
import { Library } from '../store/library/library.ts';
import { namedFiles } from './check.ts';
import { readShowText } from './leaks/show-text.ts';
import { type SuggestedSecret, suggestedSecrets } from './leaks/suggested-secrets.ts';
import { flatBody } from './passages.ts';
import { readAuthorShow } from './read-author-show.ts';

/**
 * Secrets that the recaps of a show tell and its `show.md` could declare. They show what happens: this is an author's
 * tool.
 *
 * @param path a show's folder or its slug
 * @throws {UserError} if it is not one show that a person wrote, or its `show.md` cannot be read
 */
export function suggestSecrets(path: string, folders: readonly LibraryFolder[]): SuggestedSecret[] {
  const shows = [...new Set(namedFiles([path], folders).map((file) => dirname(file)))];
  const [folder, ...others] = shows;
  if (folder === undefined || others.length > 0) {
    const message = '`--suggest-secrets` needs one show of yours; added shows are not changed';
    throw new UserError(message, EXIT.usage);
  }
  const library = Library.open([{ path: dirname(folder), isExpected: true }]);
  const slug = basename(folder);
  const author = readAuthorShow(slug, library.listFiles(slug), library.listLayers(slug));
  const { front, show } = author;
  if (typeof front !== 'object') {
    throw new UserError(
      'the show has no `show.md` that can be read; run `recap check` on it',
      EXIT.problems,
    );
  }
  const read = author.recaps.map((recap) => ({ author: recap, flat: flatBody(recap, show.order) }));
  const introduction = read.find((recap) => recap.author.file === front.file);
  const recaps = read.filter((recap) => recap !== introduction);
  return suggestedSecrets(
    readShowText(recaps, introduction, show.order),
    secretsOf(show),
    show.order,
  );
}
