import type { ShowContents } from '../gated/show-contents.ts';
import type { Effect } from './effect.ts';
import type { Message } from './message.ts';
import type { ReaderState } from './state.ts';
import { readerIn, type Step, stepTo } from './step.ts';

/** Shows that what is new is looked for in at the start, at most: those that were read last. */
const MOST = 50;

/** Looks what is new in the shows that were read. */
export function findAllNews(state: ReaderState): Step {
  const shows = state.recentShows.slice(0, MOST);
  const readers = new Map(shows.map((slug) => [slug, readerIn(state, slug)] as const));
  return stepTo(state, ...newsEffects(state, readers));
}

/** Looks what is new in one show. */
export function findNews(state: ReaderState, show: string | ShowContents): Effect[] {
  if (typeof show === 'string') return newsEffects(state, new Map([[show, readerIn(state, show)]]));
  const { slug } = show.show;
  return newsEffects(state, new Map([[slug, readerIn(state, slug)]]), show);
}

/** Takes over what is new in some shows. */
export function withNews(
  state: ReaderState,
  { news }: Extract<Message, { type: 'news' }>,
): ReaderState {
  return { ...state, news: new Map([...state.news, ...news]) };
}

/** Nothing is new for somebody who reads as of another place or with others. */
function newsEffects(
  { settings }: ReaderState,
  readers: Extract<Effect, { type: 'find-news' }>['readers'],
  contents?: ShowContents,
): Effect[] {
  if (!settings.isRecording || readers.size === 0) return [];
  return [{ type: 'find-news', readers, ...(contents && { contents }) }];
}
