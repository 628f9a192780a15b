import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Show } from '../../src/gated/show.ts';
import type { Entry } from '../../src/history/entry.ts';
import { Matcher } from '../../src/history/match.ts';
import { Tallying } from '../../src/history/tally.ts';
import { ViewerTallies } from '../../src/history/viewers.ts';
import { episodeCode } from '../../src/model/episode.ts';
import { proposalOf, tallyOf } from '../support/history.ts';
import { WRITERS } from '../support/history-files.ts';
import { code, show, TITLES } from '../support/recaps.ts';

/** The kinds of files that have every episode. */
const writers = [
  'Netflix viewing history',
  'Trakt',
  'Kodi or Jellyfin',
  'list of episodes',
].flatMap((format) => Object.values(WRITERS[format] ?? {}));

const files = fc.array(
  fc.record({
    write: fc.constantFrom(...writers),
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 8 }),
  }),
  { maxLength: 4 },
);

test('several files are one union, and no place is beyond an episode that none of them has', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (files) => {
      const contents = files.map(({ write, numbers }) =>
        write(
          numbers.map((number) => ({
            show: 'A Show',
            season: 1,
            number,
            title: TITLES[number - 1] ?? '',
            seasonName: 'Staffel 1',
          })),
        ),
      );
      const { shows, episodes } = await tallyOf(contents, [show]);
      expect(episodes).toBe(files.reduce((sum, { numbers }) => sum + numbers.length, 0));
      const all = new Set(files.flatMap(({ numbers }) => numbers));
      let reached = 0;
      while (all.has(reached + 1)) reached++;
      const [found] = shows;
      const proposed = found ? proposalOf(found).proposed : null;
      expect(proposed).toBe(reached === 0 ? null : code(reached));
    }),
    { numRuns: 300 },
  );
});

function counted(entries: readonly Entry[], library = [show]) {
  const tallying = new Tallying(new Matcher(library));
  for (const entry of entries) tallying.add(entry);
  return tallying;
}

const titled = (text: string): Entry => ({ kind: 'titled', text, when: null });
const name = { title: 'A Show', year: null };
const first = { kind: 'numbered', show: name, season: 1, number: 1, title: null } as const;

test('shows that the library does not have are counted once each, and their entries all', () => {
  const { otherShows, ...result } = counted([
    titled('Elsewhere: Season 1: Fog'),
    titled('Elsewhere: Season 2: Fog'),
    titled('There: Sub: Staffel 1: x'),
    titled('A Film'),
    { kind: 'left-out', count: 2 },
    { kind: 'show', show: { title: 'elsewhere', year: null }, when: 5 },
    { ...first, show: { title: 'There: Sub', year: null }, when: 9 },
  ]).result;
  expect(result).toMatchObject({ entries: 8, elsewhere: 6, leftOut: 2, nameless: 0, shows: [] });
  expect(otherShows).toEqual([
    { name: { title: 'Elsewhere', year: null }, when: 5 },
    { name: { title: 'There: Sub', year: null }, when: 9 },
  ]);
});

test('episodes without a show are counted apart, for the show that somebody names', () => {
  const nameless: Entry = { ...first, show: null, when: null };
  expect(counted([nameless, titled('A Film')]).result).toMatchObject({ elsewhere: 2, nameless: 1 });
  const tallying = new Tallying(new Matcher([show], show));
  tallying.add(nameless);
  expect(tallying.result).toMatchObject({ episodes: 1, nameless: 0 });
});

test('the latest of several plays counts, and the latest time a show was begun again', () => {
  const all = counted([
    { ...first, when: 5 },
    { kind: 'rewatch', show: name, since: 3 },
  ]);
  all.merge(
    counted([
      { ...first, when: null },
      { ...first, when: 9 },
    ]),
  );
  all.merge(counted([{ kind: 'rewatch', show: name, since: 7 }]));
  expect(all.result.shows[0]).toMatchObject({ since: 7, episodes: new Map([[code(1), 9]]) });
});

test('the largest number of episodes counts, as one that is asked about', () => {
  const count = (episodes: number): Entry => ({ kind: 'count', show: name, episodes });
  const all = counted([count(4), count(2)]);
  all.merge(counted([count(3), { ...first, when: null }]));
  const { shows, unclear, episodes } = all.result;
  expect([unclear, episodes]).toEqual([3, 1]);
  expect(shows.map(proposalOf)).toEqual([
    {
      kind: 'raise',
      now: null,
      proposed: code(1),
      gap: { first: code(2), last: code(4), count: 3, reaching: code(4) },
    },
  ]);
});

describe('a show that a history tells from another one by its country', () => {
  const cards = new Show('cards', {
    title: 'Cards',
    episodes: [1, 2, 3].map((number) => ({ code: episodeCode(1, number) })),
  });
  const entry = (title: string, season: number, number: number): Entry => ({
    ...first,
    show: { title, year: null },
    season,
    number,
    when: null,
  });
  const place = (tallying: Tallying) =>
    tallying.result.shows.map((tally) => proposalOf(tally).proposed);

  test('counts where all of it fits', () => {
    expect(place(counted([entry('Cards (US)', 1, 1), entry('Cards (US)', 1, 2)], [cards]))).toEqual(
      ['S01E02'],
    );
  });

  test('counts for nothing where one episode does not, in another file either', () => {
    const all = counted([entry('Cards (US)', 1, 1)], [cards]);
    all.merge(counted([entry('Cards (US)', 2, 1)], [cards]));
    expect(place(all)).toEqual([null]);
    expect(all.result).toMatchObject({ episodes: 0, unclear: 2 });
  });

  test('leaves the show of the plain name as it is', () => {
    const all = counted([entry('Cards', 1, 1), entry('Cards (UK)', 1, 9)], [cards]);
    expect(place(all)).toEqual(['S01E01']);
  });
});

describe('plays of several people', () => {
  const play = (viewer: string, number: number): Entry => ({
    ...first,
    viewer,
    number,
    when: null,
  });
  const all = new ViewerTallies(new Matcher([show]));
  const other = new ViewerTallies(new Matcher([show]));
  for (const entry of [play('Ann', 1), play('ann ', 2), play('Ben', 3)]) all.add(entry);
  for (const entry of [play('ANN', 4), { kind: 'left-out', viewer: 'Cy' } as const])
    other.add(entry);
  all.merge(other);

  test('are those of each, whatever the case of a name', () => {
    expect(all.count).toBe(2);
    expect(all.of('Ann').result).toMatchObject({ episodes: 3, leftOut: 0 });
    expect(all.of('ben').result.episodes).toBe(1);
    expect([all.has('BEN'), all.has('Cy'), all.has('')]).toEqual([true, false, false]);
  });

  test('a file with more people than there can be is damaged', () => {
    const crowd = new ViewerTallies(new Matcher([show]));
    expect(() => {
      for (let index = 0; index < 2000; index++) crowd.add(play(`p${index}`, 1));
    }).toThrow(expect.objectContaining({ name: 'DamagedHistory' }));
  });
});
