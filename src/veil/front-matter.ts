import type { RecapHead } from '../gated/recap.ts';
import { type Show, secretsOf } from '../gated/show.ts';
import type { EpisodeCode } from '../model/episode.ts';
import { episodeTitle, type Reader } from './episode-title.ts';

/** What a reader may see of a recap's front matter. */
export interface VisibleFrontMatter {
  readonly episode: EpisodeCode | null;
  /** `null` while it is hidden. */
  readonly title: string | null;
  readonly summary: string | null;
  readonly author: string | null;
  /** A date, `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly source: string | null;
  readonly tags: readonly string[];
}

/** Front matter is public but for the titles of later episodes and for what holds a declared secret. */
export function visibleFrontMatter(
  show: Show,
  { frontMatter }: RecapHead,
  reader: Reader,
): VisibleFrontMatter {
  const { episode = null, title, summary, author, published, source, tags } = frontMatter;
  const secrets = secretsOf(show).closedAt(reader.place, show.order);
  const open = (text: string | undefined) => (text === undefined ? null : secrets.withheld(text));
  return {
    episode,
    title: episode ? episodeTitle(show, episode, reader, title) : open(title),
    summary: open(summary),
    author: open(author),
    published: published ?? null,
    source: open(source),
    tags: (tags ?? []).filter((tag) => secrets.withheld(tag) !== null),
  };
}
