import { lookUp } from '../model/lookup.ts';
import { UserError } from '../model/user-error.ts';
import { type AddedShow, addedShows } from '../store/added/added-show.ts';
import type { Library } from '../store/library/library.ts';
import { findShow } from './find-show.ts';

/** An added show, and its title as the library has it. */
export interface NamedShow extends AddedShow {
  readonly title: string;
  readonly year: number | null;
}

/** All added shows, by slug. */
export async function allAdded(root: string, library: Library): Promise<NamedShow[]> {
  const shows = await library.listShows();
  return addedShows(root).map((added) => {
    const show = shows.find(({ slug }) => slug === added.slug);
    return { ...added, title: show?.title ?? added.slug, year: show?.year ?? null };
  });
}

/** The added show with this slug or title, or an unambiguous part of one. @throws {UserError} */
export async function findAdded(
  added: readonly NamedShow[],
  query: string,
  library: Library,
): Promise<NamedShow> {
  const exact = added.find(({ slug }) => slug === query.toLowerCase());
  if (exact) return exact;
  try {
    const candidates = added.map((show) => ({ value: show, names: [show.slug, show.title] }));
    return lookUp(candidates, query, 'no added show named', '`recap list` lists the shows');
  } catch (error) {
    const other = await findShow(library, query).catch(() => undefined);
    if (!other || added.some(({ slug }) => slug === other.slug)) throw error;
    throw new UserError(`${other.title} was not added with \`recap add\``);
  }
}
