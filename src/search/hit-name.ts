import { titleOf } from './passages.ts';
import type { Hit } from './search.ts';

/** The slug of a show's introduction, whose title is the show's. */
const INTRODUCTION = 'show';

/** Where a hit stands: `Tiny Pretty Things · S01E01 Corps · A vacancy`. */
export function hitName({ showTitle, slug, episode, title, passage }: Hit, dot: string): string {
  const name = slug === INTRODUCTION ? 'About the show' : titleOf({ episode, title });
  return [showTitle, name, passage.heading].filter(Boolean).join(` ${dot} `);
}
