import type { Place, ViewingOrder } from '../../model/order.ts';
import type { Epoch, LogEntry } from './line.ts';

/** A reader's progress in a show. */
export interface ShowProgress {
  /** The reader's place; `null`: not started, or gone back to the start. */
  readonly through: Place;
  /** Whether anything is recorded for the show; if not, the reader has never been asked. */
  readonly isRecorded: boolean;
  /** The records do not settle the place: ask how far the reader has watched. Until then what lies beyond is closed. */
  readonly shouldAsk: boolean;
  /** The epoch that decides. */
  readonly epoch: Epoch;
}

/**
 * The reader's place: the furthest known episode of the highest epoch. The entries are a set (order and
 * repetition do not matter), so that merging devices is a union. Clocks have no effect.
 *
 * The reader is to be asked again where one device went back while another went on: the epoch before has
 * come further than any place that was knowingly left for this one. Also where this epoch names none
 * but unknown episodes, as when a show's list has changed.
 *
 * @param entries those of one show, from every device
 */
export function showProgress(entries: Iterable<LogEntry>, order: ViewingOrder): ShowProgress {
  const all = [...entries];
  const epoch = highestEpoch(all);
  const current = all.filter((entry) => entry.epoch === epoch);
  const earlier = all.filter((entry) => entry.epoch < epoch);
  const previous = highestEpoch(earlier);
  const before = earlier.filter((entry) => entry.epoch === previous);

  const through = furthest(order, current, 'through');
  const left = further(
    order,
    furthest(order, current, 'from'),
    furthest(order, current, 'setAside'),
  );
  const wentOn = furthest(order, before, 'through');
  const isOvertaken = isFurther(order, wentOn, through) && isFurther(order, wentOn, left);
  const isUnknown = through === null && current.some((entry) => entry.through !== null);
  return { through, isRecorded: all.length > 0, shouldAsk: isOvertaken || isUnknown, epoch };
}

function furthest(
  order: ViewingOrder,
  entries: readonly LogEntry[],
  field: 'through' | 'from' | 'setAside',
): Place {
  return entries.reduce<Place>((far, { [field]: place = null }) => {
    return further(order, far, place);
  }, null);
}

/** The further of two places: `a`, which the show knows, or `b`, which is none if the show does not. */
export function further(order: ViewingOrder, a: Place, b: Place): Place {
  if (b === null || !order.knows(b)) return a;
  return isFurther(order, b, a) ? b : a;
}

/** The place at which none of several readers sees more than they may: the earliest; the start if one is unknown. */
export function earliest(order: ViewingOrder, places: readonly Place[]): Place {
  const [first = null, ...others] = places;
  return others.reduce<Place>(
    (early, place) =>
      order.isOpen(early, place) ? early : order.isOpen(place, early) ? place : null,
    first,
  );
}

function isFurther(order: ViewingOrder, a: Place, b: Place): boolean {
  return a !== null && (b === null || order.compare(a, b) > 0);
}

function highestEpoch(entries: readonly LogEntry[]): Epoch {
  return entries.reduce<Epoch>((highest, { epoch }) => (epoch > highest ? epoch : highest), 0);
}
