import type { ShowSummary } from '../gated/show-summary.ts';
import type { Term } from '../search/query.ts';
import { type Hit, Search } from '../search/search.ts';
import type { Library } from '../store/library/library.ts';
import type { Audience } from './audience.ts';
import { ViewLoader } from './view-loader.ts';

/** The results of a search, best first, and the recaps that could not be read. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly faults: readonly string[];
}

/** Searches what the reader may see of these shows, and nothing else. */
export async function searchLibrary(
  library: Library,
  shows: readonly ShowSummary[],
  audience: Audience,
  terms: readonly Term[],
): Promise<Found> {
  const faults: string[] = [];
  const loader = new ViewLoader();
  const search = new Search(terms);
  // only one show at a time is in memory
  for (const summary of shows) {
    const contents = await library.readToOpen(summary);
    const reader = audience.reader(contents.show);
    const views = loader.views(contents, reader, ({ message }) => faults.push(message));
    for (const view of views) search.add(view);
  }
  return { hits: search.hits(), faults };
}

/** A hit in JSON (docs/json.md). */
export function hitJson({ show, slug, episode, title, passage, matches }: Hit) {
  return {
    show,
    slug,
    kind: episode ? 'episode' : 'article',
    episode,
    title,
    heading: passage.heading,
    text: passage.text,
    matches: matches.map(({ from, to }) => [from, to]),
  };
}
