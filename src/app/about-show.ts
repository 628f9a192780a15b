import { foldedTitle } from '../convert/episode-list.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import type { Library } from '../store/library/library.ts';

/**
 * Whether one of these texts names the show. If the library has a show whose longer title contains this one's, a text
 * with the longer title is about that show.
 */
export async function isAbout(
  texts: readonly string[],
  show: ShowSummary,
  library: Library,
): Promise<boolean> {
  const title = foldedTitle(show.title);
  const longer = (await library.listShows())
    .map((other) => foldedTitle(other.title))
    .filter((other) => other !== title && ` ${other} `.includes(` ${title} `));
  return texts.some((text) => {
    let folded = ` ${foldedTitle(text)} `;
    for (const other of longer) folded = folded.replaceAll(` ${other} `, '  ');
    return title !== '' && folded.includes(` ${title} `);
  });
}
