import fc from 'fast-check';
import type { Place } from '../../src/model/order.ts';
import type { LogEntry } from '../../src/store/progress/line.ts';

/** An episode of the show, one that it does not list, or none. */
export const anyPlace: fc.Arbitrary<Place> = fc.constantFrom(
  'S01E01',
  'S01E02',
  'S01E05',
  'S01E08',
  'S09E09',
  null,
);

/** What a device may have recorded of a show. */
export function anyEntry(show: fc.Arbitrary<string>): fc.Arbitrary<LogEntry> {
  return fc.record({
    show,
    epoch: fc.nat(3),
    through: anyPlace,
    from: anyPlace,
    isUndo: fc.boolean(),
    at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  });
}
