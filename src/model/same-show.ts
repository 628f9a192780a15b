import { foldName } from '../text/fold.ts';
import type { ShowFrontMatter } from './show-fields.ts';

/**
 * Whether two folders with the same name hold the same show. Identifiers at the same source decide; otherwise the years
 * must not differ and the shows must share a title. A folder that somebody named may use a shorter or longer title.
 *
 * @param isFetched whether one of them was fetched, so that nobody chose its folder for this show
 */
export function isSameShow(a: ShowFrontMatter, b: ShowFrontMatter, isFetched: boolean): boolean {
  const [ids, others] = [a, b].map(({ id }) => id?.split(':') ?? []);
  if (ids?.[0] !== undefined && ids[0] === others?.[0]) return ids[1] === others[1];
  if (a.year !== undefined && b.year !== undefined && a.year !== b.year) return false;
  const [names = [], otherNames = []] = [a, b].map(namesOf);
  if (names.some((name) => otherNames.includes(name))) return true;
  return !isFetched && (hasWords(a.title, b.title) || hasWords(b.title, a.title));
}

function namesOf({ title, aka = [] }: ShowFrontMatter): string[] {
  return [title, ...aka].map(foldName).filter((name) => name !== '');
}

function hasWords(title: string, part: string): boolean {
  const words = foldName(part);
  return words !== '' && ` ${foldName(title)} `.includes(` ${words} `);
}
