import type { EpisodeCode } from '../model/episode.ts';
import { yamlText } from '../model/yaml-text.ts';
import type { PageFacts } from './facts.ts';
import type { PublicTitle } from './public-title.ts';

export interface DraftHead {
  readonly title: PublicTitle;
  /** Makes an episode recap of it. */
  readonly episode: EpisodeCode | undefined;
  /** The gate of all of it; `undefined`: its parts have gates of their own. */
  readonly gate: EpisodeCode | undefined;
  /** Something in it opens before the gate of the whole: then nothing that may tell can be in the front matter. */
  readonly isMixed: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/**
 * The front matter of a draft. `retrieved` makes it known as a text from outside, whose headline, author and address
 * open with its body (docs/format.md).
 */
export function draftHead(facts: PageFacts, head: DraftHead): string {
  const { title, episode, gate, isMixed, today } = head;
  const own = [
    (!title.isOwn || episode) && facts.title && `headline: ${yamlText(facts.title)}`,
    facts.author && `author: ${yamlText(facts.author)}`,
    facts.published && `published: ${facts.published}`,
    facts.source && `source: ${yamlText(facts.source)}`,
  ];
  const lines = [
    episode ? `episode: ${episode}` : `title: ${yamlText(title.text)}`,
    !episode && gate !== undefined && `after: ${gate}`,
    ...(isMixed ? [] : own),
    `retrieved: ${today}`,
  ];
  return `---\n${lines.filter(Boolean).join('\n')}\n---\n\n`;
}

/** Where a text comes from, as a line of it, which can have a gate; `undefined` if nothing is known. */
export function provenanceLine({
  title,
  author,
  published,
  source,
}: PageFacts): string | undefined {
  const parts = [title, author, published, source].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}
