import type { ShowContents } from '../gated/show-contents.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import { lookUp } from '../model/lookup.ts';
import { UserError } from '../model/user-error.ts';
import type { Library } from '../store/library/library.ts';
import { libraryProblems } from './open-library.ts';

/** The show with this slug or title, or an unambiguous part of one. @throws {UserError} */
export async function findShow(library: Library, query: string): Promise<ShowSummary> {
  const exact = await library.findShow(query.toLowerCase());
  if (exact) return exact;
  const candidates = (await library.listShows()).map((show) => ({
    value: show,
    names: [show.slug, show.title],
  }));
  return lookUp(candidates, query, 'no show named', '`recap list` lists the shows');
}

/** The same show with its recaps. @throws {UserError} also if its `show.md` is invalid, naming the cause */
export async function openShow(library: Library, query: string): Promise<ShowContents> {
  return library.readContents(await findReadableShow(library, query));
}

/** The same show, if its `show.md` is valid. @throws {UserError} */
export async function findReadableShow(library: Library, query: string): Promise<ShowSummary> {
  const show = await findShow(library, query);
  requireReadable(library, show);
  return show;
}

/**
 * Rejects a show with an invalid `show.md`: it opens nothing, and anything said about its episodes would be misleading.
 *
 * @throws {UserError} naming the file and what is wrong with it
 */
export function requireReadable(library: Library, show: ShowSummary): void {
  if (!library.isBroken(show)) return;
  const [cause = 'its `show.md` is invalid'] = libraryProblems(library, show);
  throw new UserError(`cannot open ${show.slug}: ${cause}`);
}
