import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import type { EpisodeCode } from '../model/episode.ts';
import type { Reader } from './episode-title.ts';
import { noFrontMatter } from './front-matter.ts';
import { listing } from './listing.ts';
import { CURTAIN, END, OPENED, PART } from './marks.ts';
import { fullTitle, type Unsealed, type View } from './view.ts';

/** Which story is asked for. */
export interface Story {
  /** `short`: the summaries alone. */
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

/** A view's own key of a curtain, as it is called in a story. */
function storyKey(slug: string, key: string): string {
  return `${slug}/${key}`;
}

/** The keys in a story that belong to one of its recaps, as that recap calls them. */
export function ownKeys(slug: string, keys: ReadonlySet<string>): Set<string> {
  const start = storyKey(slug, '');
  const own = [...keys].filter((key) => key.startsWith(start));
  return new Set(own.map((key) => key.slice(start.length)));
}

/**
 * Views of one show as one view, each a part under its title. It holds what they hold: their curtains and
 * openings are counted through, and nothing is added that they do not show.
 */
export function storyView(
  views: readonly View[],
  { slug, title }: ShowContents['show'],
  { length }: Story,
): View {
  const parts = length === 'short' ? views.map(withSummary) : views;
  const texts: string[] = [];
  const curtains: View['curtains'][number][] = [];
  const openings: View['openings'][number][] = [];
  for (const part of parts) {
    const text = shifted(part.text, curtains.length, openings.length);
    texts.push(`# ${asText(fullTitle(part))}\n\n${text}\n`);
    for (const curtain of part.curtains) {
      curtains.push({ ...curtain, keys: curtain.keys.map((key) => storyKey(part.slug, key)) });
    }
    for (const opening of part.openings) {
      openings.push({ ...opening, key: storyKey(part.slug, opening.key) });
    }
  }
  const view: Unsealed = {
    ...noFrontMatter(),
    show: slug,
    showTitle: title,
    slug: 'story',
    title: STORY_TITLE,
    text: texts.join(PART),
    curtains,
    openings,
    isFaulty: parts.some(({ isFaulty }) => isFaulty),
  };
  return view as View;
}

function withSummary(view: View): View {
  const text = view.summary === null ? '' : asText(view.summary);
  return { ...view, text, curtains: [], openings: [], isFaulty: false };
}

/** Counts the marks of a part on from those before it. */
function shifted(text: string, curtains: number, openings: number): string {
  return text.replace(
    new RegExp(`([${CURTAIN}${OPENED}])(\\d+)${END}`, 'g'),
    (_, mark: string, index: string) => {
      return `${mark}${Number(index) + (mark === CURTAIN ? curtains : openings)}${END}`;
    },
  );
}

/** A line of front matter as Markdown that says nothing but it: CommonMark 2.4, backslash escapes. */
function asText(line: string): string {
  return line.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
