import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Matcher } from '../../src/history/match.ts';
import { propose } from '../../src/history/propose.ts';
import { readHistory } from '../../src/history/recognise.ts';
import { history } from '../../src/history/row.ts';
import { tally } from '../../src/history/tally.ts';
import { code, show, TITLES } from '../support/recaps.ts';

/** Numbers of episodes written as files of different shapes. */
const SHAPES: readonly ((numbers: readonly number[]) => string)[] = [
  (numbers) => numbers.map((number) => `a-show 1x${number}\n`).join(''),
  (numbers) =>
    `Title,Date\n${numbers.map((number) => `A Show: Staffel 1: ${titleOf(number)},2/1/21\n`).join('')}`,
  (numbers) =>
    `Title,Date\n${numbers.map((number) => `A Show: ${titleOf(number)},2/1/21\n`).join('')}`,
  (numbers) =>
    JSON.stringify(
      numbers.map((number) => ({
        watched_at: '2021-01-01T00:00:00.000Z',
        episode: { season: 1, number, title: titleOf(number) },
        show: { title: 'A Show', year: 2020 },
      })),
    ),
  (numbers) =>
    `<x><movie/>${numbers.map((number) => `<episodedetails><showtitle>A Show</showtitle><season>1</season><episode>${number}</episode><playcount>1</playcount></episodedetails>`).join('')}</x>`,
];

function titleOf(number: number): string {
  return TITLES[number - 1] ?? '';
}

const files = fc.array(
  fc.record({
    write: fc.constantFrom(...SHAPES),
    numbers: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 8 }),
  }),
  { maxLength: 4 },
);

test('several files are one union, and no place is beyond an episode that none of them has', () => {
  fc.assert(
    fc.property(files, (files) => {
      const histories = files.flatMap(({ write, numbers }) => {
        return readHistory(write(numbers))?.history ?? [];
      });
      const { shows, episodes } = tally(histories, new Matcher([show]));
      expect(episodes).toBe(files.reduce((sum, { numbers }) => sum + numbers.length, 0));
      const all = new Set(files.flatMap(({ numbers }) => numbers));
      let reached = 0;
      while (all.has(reached + 1)) reached++;
      const standing = { through: null, shouldAsk: false };
      const watched = shows[0] ?? { episodes: new Map(), since: null };
      const { proposed } = propose(show.order, standing, watched);
      expect(proposed).toBe(reached === 0 ? null : code(reached));
    }),
    { numRuns: 500 },
  );
});

test('shows that are not there are counted once each, and their rows all', () => {
  const rows = [
    'Elsewhere: Season 1: Fog',
    'Elsewhere: Season 2: Fog',
    'There: Staffel 1: x',
    'A Film',
  ];
  const histories = [
    history({ rows: rows.map((text) => ({ kind: 'titled', text, when: null })), leftOut: 2 }),
    history({ bare: [{ title: 'Elsewhere', year: null }] }),
  ];
  expect(tally(histories, new Matcher([show]))).toMatchObject({
    entries: 7,
    elsewhere: 5,
    otherShows: 2,
    leftOut: 2,
    shows: [],
  });
});

test('the latest of several plays counts, and the latest time a show was begun again', () => {
  const name = { title: 'A Show', year: null };
  const row = { kind: 'numbered', show: name, season: 1, number: 1, title: null } as const;
  const histories = [
    history({ rows: [{ ...row, when: 5 }], rewatches: [{ show: name, since: 3 }] }),
    history({
      rows: [
        { ...row, when: null },
        { ...row, when: 9 },
      ],
    }),
    history({ rewatches: [{ show: name, since: 7 }] }),
  ];
  const [found] = tally(histories, new Matcher([show])).shows;
  expect(found).toMatchObject({ since: 7, episodes: new Map([[code(1), 9]]) });
});
