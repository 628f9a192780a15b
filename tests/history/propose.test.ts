import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propose } from '../../src/history/propose.ts';
import { type EpisodeCode, episodeCode } from '../../src/model/episode.ts';
import { type Place, ViewingOrder } from '../../src/model/order.ts';

const list = Array.from({ length: 10 }, (_, index) => episodeCode(1, index + 1));
const listed = new ViewingOrder(list);
const unlisted = new ViewingOrder([]);

const e = (number: number): EpisodeCode => episodeCode(1, number);
const place = (number: number): Place => (number === 0 ? null : e(number));

interface Case {
  readonly now?: number;
  readonly watched: readonly number[];
  readonly order?: ViewingOrder;
}

function proposal({ now = 0, watched, order = listed }: Case) {
  return propose(
    order,
    { through: place(now), shouldAsk: false },
    { episodes: new Map(watched.map((number) => [e(number), null])), since: null, counted: null },
  );
}

describe('how far a history goes', () => {
  test.each<[string, Case, object]>([
    [
      'all',
      { watched: list.map((_, index) => index + 1) },
      { kind: 'raise', proposed: e(10), gap: null },
    ],
    ['in any order', { watched: [3, 1, 2] }, { kind: 'raise', proposed: e(3), gap: null }],
    [
      'not across a gap, which is asked about',
      { watched: [1, 2, 5] },
      { kind: 'raise', proposed: e(2), gap: { first: e(3), last: e(4), count: 2, reaching: e(5) } },
    ],
    [
      'two gaps: the first is asked about, and what it would come to',
      { watched: [1, 3, 4, 7] },
      { kind: 'raise', proposed: e(1), gap: { first: e(2), last: e(2), count: 1, reaching: e(4) } },
    ],
    [
      'on from the place',
      { now: 3, watched: [4, 5] },
      { kind: 'raise', proposed: e(5), gap: null },
    ],
    [
      'not the first',
      { watched: [2] },
      { kind: 'stay', proposed: null, gap: { first: e(1), last: e(1), count: 1, reaching: e(2) } },
    ],
    ['never lower', { now: 8, watched: [1, 2] }, { kind: 'stay', proposed: e(8), gap: null }],
    ['nothing', { watched: [] }, { kind: 'stay', proposed: null, gap: null }],
    [
      'without a list: one number after the other',
      { watched: [1, 2, 4], order: unlisted },
      { kind: 'raise', proposed: e(2), gap: { first: e(3), last: e(3), count: 1, reaching: e(4) } },
    ],
  ])('%s', (_, given, expected) => {
    expect(proposal(given)).toMatchObject(expected);
  });

  test('without a list no season is left behind, as nothing says where it ends', () => {
    const episodes = new Map([1, 2].map((number) => [e(number), null]));
    episodes.set(episodeCode(2, 1), null);
    const progress = { through: null, shouldAsk: false };
    expect(propose(unlisted, progress, { episodes, since: null, counted: null })).toMatchObject({
      proposed: e(2),
      gap: null,
    });
  });

  test('a special has its place in the list', () => {
    const special = episodeCode(0, 1);
    const order = new ViewingOrder([e(1), special, e(2)]);
    const episodes = new Map([1, 2].map((number) => [e(number), null]));
    expect(
      propose(order, { through: null, shouldAsk: false }, { episodes, since: null, counted: null }),
    ).toMatchObject({ proposed: e(1), gap: { first: special, last: special, reaching: e(2) } });
  });

  test('where devices do not agree, nothing is proposed', () => {
    const episodes = new Map(list.map((code) => [code, null]));
    expect(
      propose(listed, { through: e(2), shouldAsk: true }, { episodes, since: null, counted: null }),
    ).toEqual({
      kind: 'unsettled',
      now: e(2),
      proposed: e(2),
      gap: null,
    });
  });
});

describe('a rewatch', () => {
  const [before, since, after] = [1000, 2000, 3000];
  const again = (now: number, watchedSince: number[], undated: number[] = []) => {
    const episodes = new Map<EpisodeCode, number | null>(list.map((code) => [code, before]));
    for (const number of undated) episodes.set(e(number), null);
    for (const number of watchedSince) episodes.set(e(number), after);
    return propose(
      listed,
      { through: place(now), shouldAsk: false },
      { episodes, since, counted: null },
    );
  };

  test('what was watched before it does not count', () => {
    expect(again(0, [1, 2])).toMatchObject({ kind: 'raise', proposed: e(2) });
    expect(again(0, [])).toMatchObject({ kind: 'stay', proposed: null });
  });

  test('a row without a date counts as before it', () => {
    expect(again(0, [1], [2])).toMatchObject({ proposed: e(1) });
  });

  test('behind the place, it is only offered', () => {
    expect(again(10, [1, 2])).toMatchObject({ kind: 'again', now: e(10), proposed: e(2) });
    expect(again(10, [])).toMatchObject({ kind: 'again', proposed: null });
    expect(again(2, [1, 2])).toMatchObject({ kind: 'stay', proposed: e(2) });
    expect(again(1, [1, 2])).toMatchObject({ kind: 'raise', proposed: e(2) });
  });
});

/** Lists in any order, seasons and specials mixed. */
const anyOrder = fc
  .uniqueArray(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 5 })), {
    maxLength: 14,
    selector: ([season, number]) => episodeCode(season, number),
  })
  .map((codes) => new ViewingOrder(codes.map(([season, number]) => episodeCode(season, number))));

const anyCase = anyOrder.chain((order) =>
  fc.record({
    order: fc.constant(order),
    now: fc.constantFrom<Place>(null, ...order.codes),
    shouldAsk: fc.boolean(),
    since: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
    episodes: fc
      .array(
        fc.tuple(
          fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 6 })).map(([s, n]) => episodeCode(s, n)),
          fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
        ),
        { maxLength: 40 },
      )
      .map((entries) => new Map(entries)),
  }),
);

test('whatever the history, no place is beyond an episode that is neither in it nor behind the reader', () => {
  fc.assert(
    fc.property(anyCase, ({ order, now, shouldAsk, since, episodes }) => {
      const found = propose(order, { through: now, shouldAsk }, { episodes, since, counted: null });
      if (found.kind === 'stay' || found.kind === 'unsettled') {
        expect(found.proposed).toBe(now);
        return;
      }
      const { proposed } = found;
      const upTo = (end: Place) => {
        if (order.isListed) return order.codes.slice(0, end ? order.codes.indexOf(end) + 1 : 0);
        const [season, number] = (end ?? 'S01E00').slice(1).split('E').map(Number);
        return Array.from({ length: number ?? 0 }, (_, i) => episodeCode(season ?? 1, i + 1));
      };
      for (const code of upTo(proposed)) {
        const when = episodes.get(code);
        const isIn =
          since === null ? episodes.has(code) : typeof when === 'number' && when >= since;
        expect(isIn || (since === null && order.isOpen(code, now)), `${code}`).toBe(true);
      }
      if (found.kind === 'raise') expect(order.isOpen(proposed, now)).toBe(false);
      if (found.kind === 'again') expect(since).not.toBeNull();
    }),
    { numRuns: 5000 },
  );
});
