import type { EpisodeCode } from './episode.ts';
import { ViewingOrder } from './order.ts';
import type { ListedEpisode, ShowFrontMatter } from './show-fields.ts';

/**
 * Merges the front matter of a show found in several folders (docs/format.md, several folders).
 *
 * For each key the strongest folder's value counts. Episodes are merged by code, key by key; one that only a weaker
 * folder lists is inserted after the episode it follows there. Secrets of all folders hold. Each folder's order is kept
 * beside the merged one: a gate opens only if all of them agree.
 *
 * @param layers the strongest first
 */
export function mergeShows(layers: readonly [ShowFrontMatter, ...ShowFrontMatter[]]): {
  readonly frontMatter: ShowFrontMatter;
  readonly orders: readonly ViewingOrder[];
} {
  const [strongest, ...weaker] = layers;
  const merged = weaker.reduce(overlay, strongest);
  const lists = layers.map(({ episodes = [] }) => episodes).filter(({ length }) => length > 0);
  const episodes = lists.reduce<readonly ListedEpisode[]>(mergeEpisodes, []);
  return {
    frontMatter: {
      ...merged,
      episodes,
      secrets: layers.flatMap(({ secrets = [] }) => secrets),
    },
    orders: lists.map((list) => new ViewingOrder(list.map(({ code }) => code))),
  };
}

/** The keys of both; the stronger one's value wins. */
function overlay<T extends object>(stronger: T, weaker: T): T {
  const own = Object.entries(stronger).filter(([, value]) => value !== undefined);
  return { ...weaker, ...Object.fromEntries(own) };
}

function mergeEpisodes(
  stronger: readonly ListedEpisode[],
  weaker: readonly ListedEpisode[],
): readonly ListedEpisode[] {
  const others = new Map(weaker.map((episode) => [episode.code, episode]));
  const known = new Set(stronger.map(({ code }) => code));
  const following = new Map<EpisodeCode | undefined, ListedEpisode[]>();
  let neighbor: EpisodeCode | undefined;
  for (const episode of weaker) {
    if (known.has(episode.code)) neighbor = episode.code;
    else following.set(neighbor, [...(following.get(neighbor) ?? []), episode]);
  }
  const merged = stronger.flatMap((episode) => {
    const other = others.get(episode.code);
    return [other ? overlay(episode, other) : episode, ...(following.get(episode.code) ?? [])];
  });
  return [...(following.get(undefined) ?? []), ...merged];
}
