import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import type { EpisodeCode } from '../model/episode.ts';
import { combinedView } from './combined-view.ts';
import type { Reader } from './episode-title.ts';
import { gistOf } from './gist.ts';
import { asText } from './plain-text.ts';
import { previously, previouslyView, previousRecaps } from './previously.ts';
import { fullTitle, type View } from './view.ts';
import { watchedRecaps } from './watched-recaps.ts';

/** Which story to tell. */
export interface Story {
  /** `short`: only the gists; `recent`: what to remember before the next episode. */
  readonly length: 'short' | 'full' | 'recent';
  /** The episode it starts with. */
  readonly from?: EpisodeCode | undefined;
  /** The number of recaps to keep, counted from the end; 1 or more. */
  readonly last?: number | undefined;
}

/** What can be opened and read: a recap, or the story. */
export type RecapOrStory = RecapFile | Story;

export function isStory(readable: RecapOrStory): readable is Story {
  return 'length' in readable;
}

/**
 * The key under which a position is stored: a recap's slug, or for a story a name that no recap can have, as slugs
 * start with a letter or digit.
 */
export function readableName(readable: RecapOrStory): string {
  if (!isStory(readable)) return readable.head.slug;
  const { length, from, last } = readable;
  return ['.story', length, from, last].filter((part) => part !== undefined).join(' ');
}

/** The story's title. */
const STORY_TITLE = 'The story so far';

/**
 * The recaps that make up the story at a reader's place: the open episode recaps, in viewing order. Articles are not
 * part of it, since they tell the same events again.
 */
export function storyRecaps(
  contents: ShowContents,
  reader: Reader,
  { length, from, last = 0 }: Story,
): RecapFile[] {
  const { order } = contents.show;
  const recaps =
    length === 'recent' ? previousRecaps(contents, reader) : watchedRecaps(contents, reader);
  return recaps
    .filter(({ head: { episode } }) => !from || (episode && order.compare(episode, from) >= 0))
    .slice(-last);
}

/** Combines views of one show, each under its title; a short story has only the gist of each. */
export function storyView(
  views: readonly View[],
  show: ShowContents['show'],
  { length }: Story,
): View {
  if (length === 'recent') return previouslyView(previously(views), show);
  const parts = views.map((view) => {
    const heading = `# ${asText(fullTitle(view))}`;
    return length === 'full'
      ? { before: heading, view }
      : { before: `${heading}\n\n${gistOf(view)}` };
  });
  return combinedView(parts, show, { slug: 'story', title: STORY_TITLE });
}
