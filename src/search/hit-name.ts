import { INTRODUCTION } from '../model/introduction.ts';
import { fullTitle } from '../veil/view.ts';
import type { Hit } from './search.ts';

/** The location of a hit: `Tiny Pretty Things · S01E01 Corps · A vacancy`. */
export function hitName({ showTitle, slug, episode, title, passage }: Hit, dot: string): string {
  const name = slug === INTRODUCTION ? 'About the show' : fullTitle({ episode, title });
  return [showTitle, name, passage.heading].filter(Boolean).join(` ${dot} `);
}
