import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Show } from '../../src/gated/show.ts';
import { HISTORY_FORMATS } from '../../src/history/formats.ts';
import { type EpisodeCode, episodeCode } from '../../src/model/episode.ts';
import { placesOf } from '../support/history.ts';
import { COUNTING, type Watched, WRITERS } from '../support/history-files.ts';

const TITLES = [
  ['Low Tide', 'The Pilot Boat', 'Salt', 'Part 2: Home', 'Chapter Five: Fog'],
  ['Red Buoy', 'The Drowned Bell', 'Storm Glass'],
] as const;

/** A show with one season listed of its three, and one with two. */
const short = listedShow('glass-harbour', 'Glass Harbour', 1, { aka: ['Le port de verre'] });
const long = listedShow('the-quay', 'The Quay', 2, {
  seasons: [{ number: 2, aka: ['The Long Winter'] }],
});
const shows = [short, long];
const library = shows.map(({ show }) => show);

function listedShow(slug: string, title: string, seasons: number, more: object) {
  const episodes = TITLES.slice(0, seasons).flatMap((titles, season) =>
    titles.map((title, index) => ({ season: season + 1, number: index + 1, title })),
  );
  const list = episodes.map(({ season, number, title }) => {
    return { code: episodeCode(season, number), title };
  });
  return { title, episodes, show: new Show(slug, { title, episodes: list, ...more }) };
}

/** Names of seasons as services write them, for any number. */
const SEASON_NAMES: readonly ((number: number, show: string) => string)[] = [
  (number) => `Season ${number}`,
  (number) => `Temporada ${number}`,
  (number) => `Part ${number}`,
  (number) => `${number}. sezon`,
  (number) => `シーズン${number}`,
  (number, show) => `${show} ${number}`,
];

/** Names of spin-offs and of shows that are merely called alike. */
const OTHERS = [
  'Glass Harbour: Northern Shore',
  'Glass Harbour Nights',
  'Northern Shore',
  'The Quay: Dover',
  'The Quay 2',
  'The Quays',
];

const anyTitle = fc.constantFrom(...TITLES.flat(), 'Uno', 'Pilot', 'Episode 1', 'Chapter 3');
const anySeasonName = fc.constantFrom(...SEASON_NAMES);
const anyNumber = fc.integer({ min: 1, max: 6 });

/** An episode of a season that the library does not list, or of a show that it does not have. */
const unlisted: fc.Arbitrary<Watched> = fc
  .record({
    where: fc.constantFrom(
      { show: 'Glass Harbour', seasons: [2, 3, 4] },
      { show: 'Le port de verre', seasons: [2, 3] },
      { show: 'The Quay', seasons: [3, 4, 12] },
      ...OTHERS.map((show) => ({ show, seasons: [1, 2, 3] })),
    ),
    pick: fc.nat(),
    number: anyNumber,
    title: anyTitle,
    seasonName: anySeasonName,
  })
  .map(({ where: { show, seasons }, pick, number, title, seasonName }) => {
    const season = seasons[pick % seasons.length] ?? 2;
    return { show, season, number, title, seasonName: seasonName(season, show) };
  });

/** An episode of the library, under its own title or one that is not known. */
const listed: fc.Arbitrary<Watched> = fc
  .record({
    episode: fc.constantFrom(
      ...shows.flatMap(({ title: show, episodes }) => {
        return episodes.map((episode) => ({ show, ...episode }));
      }),
    ),
    isTranslated: fc.boolean(),
    seasonName: anySeasonName,
  })
  .map(({ episode, isTranslated, seasonName }) => ({
    ...episode,
    title: isTranslated ? 'Un titolo' : episode.title,
    seasonName: seasonName(episode.season, episode.show),
  }));

const writers = Object.entries(WRITERS).flatMap(([format, kinds]) =>
  Object.entries(kinds).map(([kind, write]) => ({ name: `${format}, ${kind}`, format, write })),
);

test('every format is put to the test', () => {
  expect(Object.keys(WRITERS).sort()).toEqual(HISTORY_FORMATS.map(({ name }) => name).sort());
});

describe.each(writers)('$name', ({ format, write }) => {
  test('shows and seasons that the library does not list set no place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(unlisted, { minLength: 1, maxLength: 12 }), async (episodes) => {
        expect(await placesOf([write(episodes)], library)).toEqual(new Map());
      }),
      { numRuns: process.env.RECAP_SOAK ? 1_000 : 40 },
    );
  });

  test('beside episodes that are listed, they change no place', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(listed, { minLength: 1, maxLength: 12 }),
        fc.array(unlisted, { maxLength: 8 }),
        async (own, others) => {
          const alone = await placesOf([write(own)], library);
          expect(await placesOf([write([...own, ...others])], library)).toEqual(alone);
        },
      ),
      { numRuns: process.env.RECAP_SOAK ? 1_000 : 30 },
    );
  });

  test('no place is beyond an episode that the file does not have', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(listed, unlisted), { minLength: 1, maxLength: 20 }),
        async (episodes) => {
          const has = new Set(episodes.map((episode) => `${episode.show} ${codeOf(episode)}`));
          for (const [slug, place] of await placesOf([write(episodes)], library)) {
            const show = library.find((show) => show.slug === slug);
            const reached = (show?.order.codes ?? []).filter((code) => {
              return place !== null && (show?.order.compare(code, place) ?? 0) <= 0;
            });
            expect(COUNTING.has(format)).toBe(false);
            expect(reached.length).toBeGreaterThan(0);
            for (const code of reached) expect(has).toContain(`${show?.title} ${code}`);
          }
        },
      ),
      { numRuns: process.env.RECAP_SOAK ? 1_000 : 40 },
    );
  });

  test('episodes that it has are found', async () => {
    const all = long.episodes.map((episode) => {
      return { ...episode, show: long.title, seasonName: `Season ${episode.season}` };
    });
    const places = await placesOf([write(all)], library);
    expect(places).toEqual(COUNTING.has(format) ? new Map() : new Map([['the-quay', 'S02E03']]));
  });
});

function codeOf({ season, number }: Watched): EpisodeCode {
  return episodeCode(season, number);
}
