import { cut } from '../gated/cut.ts';
import type { EpisodeCode } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';
import { yamlText } from '../model/yaml-text.ts';
import type { Article } from './article.ts';
import { gatedBody, type Unsure } from './gated-body.ts';

export interface DraftOptions {
  /** The show's episodes; `undefined` where no show is named. */
  readonly order: ViewingOrder | undefined;
  /** Makes an episode recap of it. */
  readonly episode: EpisodeCode | undefined;
}

/** A recap draft and what its author has to look at. */
export interface ConvertedDraft {
  readonly text: string;
  readonly unsure: readonly Unsure[];
}

/**
 * An article as a recap draft. What its page marks as a spoiler is gated, by the episode it is headed by or else
 * by the last one of the list. A draft that recap itself could not read is gated as a whole.
 */
export function convertedDraft(article: Article, options: DraftOptions): ConvertedDraft {
  const { order, episode } = options;
  const { markdown, unsure, hasStrayEnd } = gatedBody(article.markdown, options);
  const isRead = !hasStrayEnd && cut(markdown).problems.length === 0;
  const last = order?.last ?? undefined;
  const front = [
    episode ? `episode: ${episode}` : `title: ${yamlText(article.title ?? 'Untitled')}`,
    !isRead && !episode && last ? `after: ${last}` : undefined,
    article.author && `author: ${yamlText(article.author)}`,
    article.published && `published: ${article.published}`,
    article.source && `source: ${yamlText(article.source)}`,
  ].filter(Boolean);
  const head = `---\n${front.join('\n')}\n---\n\n`;
  const lines = head.split('\n').length - 1;
  // without a list nothing in the front matter can gate an article for good; a block that stays open can
  const body = isRead || last || episode ? markdown : `:::spoiler\n${markdown}`;
  const notes = unsure.map((note) => ({ ...note, line: note.line + lines }));
  const whole = { line: 1, why: 'it cannot be told where its spoilers begin and end' };
  return { text: `${head}${body}\n`, unsure: isRead ? notes : [whole, ...notes] };
}
