import type { ShowContents } from '../gated/show-contents.ts';
import type { Term } from '../search/query.ts';
import { type Hit, search } from '../search/search.ts';
import type { Audience } from './audience.ts';
import { ViewLoader } from './view-loader.ts';

/** The results of a search, best first, and the recaps that could not be read. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly faults: readonly string[];
}

/** Searches what the reader may see of these shows, and nothing else. */
export function searchLibrary(
  shows: readonly ShowContents[],
  audience: Audience,
  terms: readonly Term[],
): Found {
  const faults: string[] = [];
  const loader = new ViewLoader();
  // only one view at a time is in memory
  function* views() {
    for (const contents of shows) {
      const reader = audience.reader(contents.show);
      yield* loader.views(contents, reader, ({ message }) => faults.push(message));
    }
  }
  const hits = search(views(), terms);
  return { hits, faults };
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
