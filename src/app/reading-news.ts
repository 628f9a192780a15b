import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import type { Place } from '../model/order.ts';
import { UserError } from '../model/user-error.ts';
import type { ShowReadings } from '../store/reading/reading-history.ts';
import type { Reader } from '../veil/episode-title.ts';
import { hasOpenText } from '../veil/has-open-text.ts';
import { type OpenedSince, openedSince } from '../veil/opened-since.ts';
import type { ViewLoader } from './view-loader.ts';

/** What is new in a recap for somebody who has read something of its show. */
export interface RecapNews {
  /** It was open when it was last read, and was not all behind curtains. */
  readonly isRead: boolean;
  /** It has opened as a whole, and has not been read since. */
  readonly isNew: boolean;
  /** How many passages have opened in it since it was last read. */
  readonly passages: number;
}

type Views = Pick<ViewLoader, 'view'>;

/**
 * Finds what is new for a reader in the recaps of a show, one by one. A recap that was never read is new if it has opened
 * since the reader first read something of the show. Only what is open to the reader now counts: at an earlier place than
 * that of the last reading, nothing is new. In recaps that cannot be opened, nothing is new either.
 *
 * @returns the slug of each recap, and what is new in it
 */
export function* newsOf(
  contents: ShowContents,
  reader: Reader,
  readings: ShowReadings,
  views: Views,
): Generator<[slug: string, news: RecapNews]> {
  const { introduction, recaps } = contents;
  for (const recap of introduction ? [introduction, ...recaps] : recaps) {
    yield [recap.head.slug, newsOfRecap(contents, recap, reader, readings, views)];
  }
}

/** Whether a show may have something new; if not, its recaps need not be opened. */
export function mayHaveNews({ since, places }: ShowReadings, place: Place): boolean {
  return since !== place || [...places.values()].some((read) => read !== place);
}

/**
 * What has opened in a recap between two places; `undefined` if the first is not before the second, or the recap was not
 * open at the first.
 */
export function openedBetween(
  { show }: Pick<ShowContents, 'show'>,
  recap: RecapFile,
  then: Place,
  reader: Reader,
  views: Views,
): OpenedSince | undefined {
  const isEarlier = then !== reader.place && isReached(show, then, reader.place);
  if (!isEarlier || !isOpen(show, recap, then) || !isOpen(show, recap, reader.place)) {
    return undefined;
  }
  const before = views.view(show, recap, { ...reader, place: then });
  return openedSince(before, views.view(show, recap, reader));
}

function newsOfRecap(
  contents: ShowContents,
  recap: RecapFile,
  reader: Reader,
  { since, places }: ShowReadings,
  views: Views,
): RecapNews {
  const { show } = contents;
  const read = places.get(recap.head.slug);
  const then = read === undefined ? since : read;
  if (!isOpen(show, recap, reader.place)) return NOTHING;
  const isBefore = isReached(show, then, reader.place);
  if (isBefore && !isOpen(show, recap, then)) return { ...NOTHING, isNew: true };
  if (read === undefined) return NOTHING;
  const place = isBefore ? read : reader.place;
  const isRead = showedText(contents, recap, { ...reader, place }, views);
  if (!isBefore) return { ...NOTHING, isRead };
  return { ...NOTHING, isRead, passages: passagesOf(contents, recap, read, reader, views) };
}

const NOTHING: RecapNews = { isRead: false, isNew: false, passages: 0 };

function passagesOf(...[contents, recap, then, reader, views]: Parameters<typeof openedBetween>) {
  const opened = () => openedBetween(contents, recap, then, reader, views)?.passages ?? 0;
  return ifReadable(opened, 0);
}

/** Whether a recap showed more than curtains. If it cannot be read now, it is assumed to. */
function showedText(
  { show }: ShowContents,
  recap: RecapFile,
  reader: Reader,
  views: Views,
): boolean {
  return ifReadable(() => hasOpenText(views.view(show, recap, reader)), true);
}

/** What is found out about a recap; `otherwise` if its file cannot be read. */
function ifReadable<T>(find: () => T, otherwise: T): T {
  try {
    return find();
  } catch (error) {
    if (error instanceof UserError) return otherwise;
    throw error;
  }
}

/** Whether a place is at or before another. */
function isReached({ order }: ShowContents['show'], a: Place, b: Place): boolean {
  return a === null || order.isOpen(a, b);
}

function isOpen({ order }: ShowContents['show'], { head }: RecapFile, place: Place): boolean {
  return head.gate === undefined || order.isOpen(head.gate, place);
}
