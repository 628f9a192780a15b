import type { EpisodeCode } from '../model/episode.ts';
import { yamlText } from '../model/yaml-text.ts';
import type { PageFacts } from './facts.ts';
import type { PublicTitle } from './public-title.ts';

export interface DraftHead {
  readonly title: PublicTitle;
  /** Makes it the recap of this episode. */
  readonly episode: EpisodeCode | undefined;
  /** The gate of the whole; `undefined`: its parts have their own gates. */
  readonly gate: EpisodeCode | undefined;
  /** Part of it opens before the whole, so front matter must not contain anything telling. */
  readonly isMixed: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/**
 * The front matter of a draft. `retrieved` marks it as a text from outside, whose headline, author and source open with
 * its body (docs/format.md).
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

/** A line in the body with the source of the text, which can be gated; `undefined` if nothing is known. */
export function provenanceLine({
  title,
  author,
  published,
  source,
}: PageFacts): string | undefined {
  const parts = [title, author, published, source].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}
