import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { episodeCode } from '../../../src/model/episode.ts';
import { type Place, ViewingOrder } from '../../../src/model/order.ts';
import type { Epoch, LogEntry } from '../../../src/store/progress/line.ts';
import { showProgress } from '../../../src/store/progress/show-progress.ts';
import { anyEntry, anyPlace } from '../../support/progress-entries.ts';

const CODES = Array.from({ length: 8 }, (_, n) => episodeCode(1, n + 1));
const ORDER = new ViewingOrder(CODES);

function entry(epoch: Epoch, through: Place, from: Place = null): LogEntry {
  return { show: 'x', epoch, through, from, isUndo: false, at: '2026-01-02T03:04:05.000Z' };
}

const UNKNOWN = episodeCode(9, 9);
const entries = fc.array(anyEntry(fc.constant('x')), { maxLength: 12 });
const place = (all: readonly LogEntry[]): Place => showProgress(all, ORDER).through;

describe('where the reader stands', () => {
  it.each<[string, LogEntry[], Place, boolean]>([
    ['nothing recorded', [], null, false],
    ['not started', [entry(0, null)], null, false],
    ['one episode', [entry(0, 'S01E02')], 'S01E02', false],
    ['the furthest', [entry(0, 'S01E02'), entry(0, 'S01E05'), entry(0, 'S01E03')], 'S01E05', false],
    ['gone back', [entry(0, 'S01E05'), entry(1, 'S01E02', 'S01E05')], 'S01E02', false],
    ['to the start', [entry(0, 'S01E05'), entry(1, null, 'S01E05')], null, false],
    [
      'gone back and on again',
      [entry(0, 'S01E05'), entry(1, null, 'S01E05'), entry(1, 'S01E01', null)],
      'S01E01',
      false,
    ],
    [
      'gone back on one device, then on on another, which knew of it',
      [entry(0, 'S01E05'), entry(1, null, 'S01E05'), entry(1, 'S01E07', null)],
      'S01E07',
      false,
    ],
    [
      'gone back on one device while another went on: closed, and asked',
      [entry(0, 'S01E05'), entry(1, null, 'S01E05'), entry(0, 'S01E07', 'S01E05')],
      null,
      true,
    ],
    [
      'asked, and answered with less',
      [entry(0, 'S01E05'), entry(1, null, 'S01E05'), entry(0, 'S01E07'), entry(2, 'S01E06', null)],
      'S01E06',
      false,
    ],
    [
      'gone back while another went on, and since then come as far',
      [entry(0, 'S01E05'), entry(1, null, 'S01E05'), entry(0, 'S01E07'), entry(1, 'S01E07')],
      'S01E07',
      false,
    ],
    [
      'both went back, each from its own place',
      [entry(0, 'S01E05'), entry(0, 'S01E07'), entry(1, null, 'S01E05'), entry(1, null, 'S01E07')],
      null,
      false,
    ],
    [
      'an unknown episode beside a known one',
      [entry(0, 'S01E02'), entry(0, UNKNOWN)],
      'S01E02',
      false,
    ],
    ['an unknown episode alone: closed, and asked', [entry(0, UNKNOWN)], null, true],
    [
      'an unknown episode in the highest epoch opens no earlier one',
      [entry(0, 'S01E05'), entry(1, UNKNOWN, 'S01E05')],
      null,
      true,
    ],
  ])('%s', (_, all, through, shouldAsk) => {
    expect(showProgress(all, ORDER)).toMatchObject({
      through,
      shouldAsk,
      isRecorded: all.length > 0,
    });
  });

  it('goes by the order of the list, where a film stands between seasons', () => {
    const order = new ViewingOrder(['S01E01', 'S00E01', 'S02E01']);
    expect(showProgress([entry(0, 'S00E01'), entry(0, 'S01E01')], order).through).toBe('S00E01');
  });

  it('goes by number where there is no list', () => {
    const order = new ViewingOrder([]);
    expect(showProgress([entry(0, 'S02E01'), entry(0, 'S01E99')], order).through).toBe('S02E01');
  });
});

describe('merging is a union', () => {
  test('order does not matter', () => {
    const shuffled = entries.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(showProgress(other, ORDER)).toEqual(showProgress(all, ORDER));
      }),
    );
  });

  test('repetition does not matter', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (all, some) => {
        const again = [...all, ...all.slice(some % (all.length + 1))];
        expect(showProgress(again, ORDER)).toEqual(showProgress(all, ORDER));
      }),
    );
  });

  test('it does not matter who merged with whom first', () => {
    const union = (a: readonly LogEntry[], b: readonly LogEntry[]) => [...new Set([...a, ...b])];
    fc.assert(
      fc.property(entries, entries, entries, (a, b, c) => {
        const left = showProgress(union(union(a, b), c), ORDER);
        expect(showProgress(union(a, union(c, b)), ORDER)).toEqual(left);
      }),
    );
  });

  test('clocks do not matter', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const stopped = all.map((each) => ({ ...each, at: 'noon' }));
        expect(showProgress(stopped, ORDER)).toEqual(showProgress(all, ORDER));
      }),
    );
  });
});

describe('what closes stays closed', () => {
  const both = fc.tuple(entries, entries);

  test('nothing in lower epochs overrules the highest', () => {
    fc.assert(
      fc.property(entries, entries, anyPlace, (lower, more, back) => {
        const reset = entry(9, back);
        expect(place([...lower, reset, ...more])).toBe(place([reset]));
      }),
    );
  });

  test('a line of the highest epoch never lowers the place', () => {
    fc.assert(
      fc.property(entries, anyPlace, (all, through) => {
        const before = showProgress(all, ORDER);
        const after = place([...all, entry(before.epoch, through)]);
        if (before.through !== null) expect(ORDER.isOpen(before.through, after)).toBe(true);
      }),
    );
  });

  test('two devices together are never further than the further one', () => {
    fc.assert(
      fc.property(both, ([a, b]) => {
        const merged = place([...a, ...b]);
        if (merged === null) return;
        expect(ORDER.isOpen(merged, place(a)) || ORDER.isOpen(merged, place(b))).toBe(true);
      }),
    );
  });
});
