import type { EpisodeCode } from './episode.ts';
import { ViewingOrder } from './order.ts';
import type { ListedEpisode, ShowFrontMatter } from './show-fields.ts';

/**
 * The front matter of a show that several folders have (docs/format.md, several folders).
 *
 * Of each key the strongest folder's value counts; episodes are merged by code, each by key, and those that only a
 * weaker folder lists follow the episode that they follow there. Secrets add up. The order of every folder that lists
 * episodes is kept beside the merged one: a gate opens only where all agree.
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

/** The keys of both, the stronger one's value where both have one. */
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
