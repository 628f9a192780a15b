import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import { type EpisodeCode, seasonAndNumber } from '../model/episode.ts';
import { combinedView } from './combined-view.ts';
import type { Reader } from './episode-title.ts';
import { gistOf } from './gist.ts';
import { PART } from './marks.ts';
import { asText } from './plain-text.ts';
import { fullTitle, type View } from './view.ts';
import { watchedRecaps } from './watched-recaps.ts';

/** What to remember before the next episode, from views at the reader's place. */
export interface Previously {
  /** The episodes told by their gist, in viewing order. */
  readonly brief: readonly View[];
  /** The last episodes, in full. */
  readonly full: readonly View[];
  /** What the last two episodes leave open. */
  readonly threads: readonly string[];
}

/** The most episodes told in full, and the most characters for each and for all of them. */
const FULL = { episodes: 3, characters: 2500, together: 5000 };
/** If fewer episodes of a season have been watched, the season before it is told too. */
const FEW = 3;
/** The number of last episodes whose open threads are told. */
const THREADED = 2;

/**
 * The recaps of what came before the next episode, in viewing order: the watched ones of its season, and those of the
 * season before it if these are few.
 */
export function previousRecaps(contents: ShowContents, reader: Reader): RecapFile[] {
  const { order } = contents.show;
  const watched = watchedRecaps(contents, reader);
  const seasons = watched.map(({ head }) => seasonOf(head.episode));
  const next = order.next(reader.place);
  const season = seasonOf(next ?? undefined) || seasons.findLast((season) => season > 0) || 0;
  const start = seasons.indexOf(season);
  const isFew = start === -1 || watched.length - start < FEW;
  const earlier = seasons
    .slice(0, start === -1 ? undefined : start)
    .findLast((season) => season > 0);
  const first = isFew && earlier !== undefined ? seasons.indexOf(earlier) : Math.max(start, 0);
  return watched.slice(first);
}

/** @param views of `previousRecaps` */
export function previously(views: readonly View[]): Previously {
  let together = 0;
  let first = views.length;
  while (first > 0 && views.length - first < FULL.episodes) {
    const length = views[first - 1]?.text.length ?? 0;
    together += length;
    if (length > FULL.characters || together > FULL.together) break;
    first--;
  }
  return {
    brief: views.slice(0, first),
    full: views.slice(first),
    threads: [...new Set(views.slice(-THREADED).flatMap(({ threads }) => threads))],
  };
}

/** The same as one view: the gists as a list, then what is left open, then the last recaps in full. */
export function previouslyView(told: Previously, show: ShowContents['show']): View {
  const { brief, full, threads } = told;
  // without a gist, the list would only repeat how a recap begins
  const gists = [...brief, ...full.filter(({ gist }) => gist !== null)].map(gistItem);
  const open = threads.map((thread) => `- ${asText(thread)}`);
  const parts = [
    ...(gists.length > 0 ? [{ before: gists.join('\n') }] : []),
    ...(open.length > 0 ? [{ before: `# Left open\n\n${open.join('\n')}` }] : []),
    ...full.map((view) => ({ before: `# ${asText(fullTitle(view))}`, view })),
  ];
  return combinedView(parts, show, { slug: 'previously', title: 'Previously' });
}

/**
 * A closed recap, and below its curtain the gists of the episodes before.
 *
 * @param told views of `previousRecaps`
 */
export function withPreviously(view: View, told: readonly View[]): View {
  if (told.length === 0) return view;
  const text = `${view.text}\n${PART}# Previously\n\n${told.map(gistItem).join('\n')}\n`;
  return { ...view, text };
}

function gistItem(view: View): string {
  return `- **${asText(fullTitle(view))}** ${gistOf(view)}`.trimEnd();
}

function seasonOf(code: EpisodeCode | undefined): number {
  return code === undefined ? 0 : seasonAndNumber(code)[0];
}
