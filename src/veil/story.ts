import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import type { EpisodeCode } from '../model/episode.ts';
import { combinedView } from './combined-view.ts';
import type { Reader } from './episode-title.ts';
import { gistOf } from './gist.ts';
import { listing } from './listing.ts';
import { asText } from './plain-text.ts';
import { fullTitle, type View } from './view.ts';

/** Which story is asked for. */
export interface Story {
  /** `short`: the gists alone. */
  readonly length: 'short' | 'full';
  /** The episode that it begins with. */
  readonly from?: EpisodeCode | undefined;
  /** Only the last so many recaps of it; 1 or more. */
  readonly last?: number | undefined;
}

/** What can be opened and read: a recap, or the story. */
export type RecapOrStory = RecapFile | Story;

export function isStory(readable: RecapOrStory): readable is Story {
  return 'length' in readable;
}

/**
 * What a readable is remembered by: a recap's slug, or for a story what no recap can be called, as slugs
 * begin with a letter or digit.
 */
export function readableName(readable: RecapOrStory): string {
  if (!isStory(readable)) return readable.head.slug;
  const { length, from, last } = readable;
  return ['.story', length, from, last].filter((part) => part !== undefined).join(' ');
}

/** What the story is called. */
const STORY_TITLE = 'The story so far';

/**
 * The recaps that make up the story at a reader's place: the episode recaps that are open, in viewing order.
 * Articles are none of it: they ask their own questions and tell the same events once more.
 */
export function storyRecaps(
  shelf: ShowContents,
  reader: Reader,
  { from, last = 0 }: Story,
): RecapFile[] {
  const { order } = shelf.show;
  return listing(shelf, reader)
    .filter(({ state, episode }) => {
      return state === 'watched' && episode && (!from || order.compare(episode, from) >= 0);
    })
    .slice(-last)
    .map(({ entry }) => entry);
}

/** Views of one show as one view, each under its title; in a short story the gist of each. */
export function storyView(
  views: readonly View[],
  show: ShowContents['show'],
  { length }: Story,
): View {
  const parts = views.map((view) => {
    const heading = `# ${asText(fullTitle(view))}`;
    return length === 'full'
      ? { before: heading, view }
      : { before: `${heading}\n\n${gistOf(view)}` };
  });
  return combinedView(parts, show, { slug: 'story', title: STORY_TITLE });
}
