import fc from 'fast-check';
import type { Entry } from '../../src/progress/line.ts';
import { type EpisodeCode, episodeCode } from '../../src/recap/episode.ts';
import { type Place, ViewingOrder } from '../../src/recap/order.ts';

/** `S01E01` to `S01E08`. */
export const CODES: readonly EpisodeCode[] = Array.from({ length: 8 }, (_, n) =>
  episodeCode(1, n + 1),
);
export const ORDER = new ViewingOrder(CODES);

/** An episode of `CODES`, one that the show does not list, or none. */
export const anyPlace: fc.Arbitrary<Place> = fc.constantFrom(...CODES, episodeCode(9, 9), null);

export function anyEntry(show: fc.Arbitrary<string>): fc.Arbitrary<Entry> {
  return fc.record({
    show,
    epoch: fc.nat(3),
    through: anyPlace,
    from: anyPlace,
    isUndo: fc.boolean(),
    at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  });
}

/** An entry of a show `x`, as tests of places need it. */
export function entry(epoch: number, through: Place, from: Place = null): Entry {
  return { show: 'x', epoch, through, from, isUndo: false, at: '2026-01-02T03:04:05.000Z' };
}
