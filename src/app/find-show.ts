import type { ShowContents } from '../gated/show-contents.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import { lookUp } from '../model/lookup.ts';
import type { Library } from '../store/library/library.ts';

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

/** The same show with its recaps. @throws {UserError} */
export async function openShow(library: Library, query: string): Promise<ShowContents> {
  return library.readContents(await findShow(library, query));
}
