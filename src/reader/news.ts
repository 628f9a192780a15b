import type { ShowContents } from '../gated/show-contents.ts';
import type { Effect } from './effect.ts';
import type { Message } from './message.ts';
import type { ReaderState } from './state.ts';
import { placeIn, readerIn, type Step, stepTo } from './step.ts';

/** The number of shows, those that were read last, in which the reader looks for what is new when it starts. */
const MOST = 50;

/** Finds what is new in the shows that were read. */
export function findAllNews(state: ReaderState): Step {
  const shows = state.recentShows.slice(0, MOST);
  const readers = new Map(shows.map((slug) => [slug, readerIn(state, slug)] as const));
  return stepTo(state, ...newsEffects(state, readers));
}

/** Finds what is new in one show. */
export function findNews(state: ReaderState, show: string | ShowContents): Effect[] {
  const contents = typeof show === 'string' ? contentsOnScreen(state, show) : show;
  const slug = typeof show === 'string' ? show : show.show.slug;
  return newsEffects(state, new Map([[slug, readerIn(state, slug)]]), contents);
}

/** The show on the screen, if it is this one. */
function contentsOnScreen({ screen }: ReaderState, slug: string): ShowContents | undefined {
  const shown = screen.kind === 'who' ? screen.under : screen;
  const contents =
    shown.kind === 'document'
      ? shown.document.contents
      : shown.kind === 'show' || shown.kind === 'progress'
        ? shown.contents
        : undefined;
  return contents?.show.slug === slug ? contents : undefined;
}

/** Adds what is new in a show, unless the reader is at another place by now. */
export function withNews(
  state: ReaderState,
  { show, place, news }: Extract<Message, { type: 'news' }>,
): ReaderState {
  if (placeIn(state, show) !== place) return state;
  return { ...state, news: new Map(state.news).set(show, news) };
}

/** Nothing is new for somebody who reads at a place given for this run, or with others. */
function newsEffects(
  { settings }: ReaderState,
  readers: Extract<Effect, { type: 'find-news' }>['readers'],
  contents?: ShowContents,
): Effect[] {
  if (!settings.isRecording || readers.size === 0) return [];
  return [{ type: 'find-news', readers, ...(contents && { contents }) }];
}
