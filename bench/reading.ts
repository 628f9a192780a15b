import { documentOf, PLACE, SIZES } from './documents.ts';
import { type Home, makeHome } from './home.ts';
import { writeShow } from './libraries.ts';

/** The show that the recaps of all sizes belong to, with ten episodes. */
export const SHOW = 'harbour';

export type Size = keyof typeof SIZES;

/** All sizes, the smallest first. */
export const SIZE_NAMES: readonly Size[] = ['10 KB', '1 MB', '10 MB'];

/** A home with an article of each size. */
export interface ReadingHome extends Home {
  /** The file of the article of a size. */
  path(size: Size): string;
}

/** A home with articles to read, whose reader stands in the middle of their show. */
export function readingHome(sizes: readonly Size[]): ReadingHome {
  const home = makeHome();
  writeShow(home, SHOW, 10);
  home.record(new Map([[SHOW, PLACE]]));
  const paths = new Map(
    sizes.map((size) => [size, home.write(`${SHOW}/${slugOf(size)}.md`, documentOf(SIZES[size]))]),
  );
  return {
    ...home,
    path(size) {
      const path = paths.get(size);
      if (path === undefined) throw new Error(`no article of ${size} was written`);
      return path;
    },
  };
}

/** The arguments that read the article of a size. */
export function toRead(size: Size): string[] {
  return ['read', SHOW, slugOf(size)];
}

function slugOf(size: Size): string {
  return `night-${size.replace(' ', '-').toLowerCase()}`;
}
