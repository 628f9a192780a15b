import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followedPlace, type IdentifiedEpisode } from '../../src/app/followed-place.ts';
import { type EpisodeCode, episodeCode } from '../../src/model/episode.ts';

/** `a b c` are S01E01 to S01E03; `|` begins a season, and `+x` is a special. */
function list(written: string): IdentifiedEpisode[] {
  let [season, number, special] = [1, 0, 0];
  return written.split(' ').flatMap((id) => {
    if (id === '|') {
      season++;
      number = 0;
      return [];
    }
    const code = id.startsWith('+') ? episodeCode(0, ++special) : episodeCode(season, ++number);
    return [{ id, code }];
  });
}

describe('a place follows its episode', () => {
  test.each<
    [
      name: string,
      before: string,
      place: EpisodeCode | null,
      after: string,
      expected: EpisodeCode | null,
    ]
  >([
    ['nothing changed', 'a b c', 'S01E02', 'a b c', 'S01E02'],
    ['episodes are added behind', 'a b', 'S01E02', 'a b c', 'S01E02'],
    ['not started', 'a b', null, 'b a', null],
    ['one is inserted before', 'a b c', 'S01E03', 'a x b c', 'S01E04'],
    ['one before is taken out', 'a b c d', 'S01E03', 'a c d', 'S01E02'],
    ['its own is taken out', 'a b c', 'S01E02', 'a c', 'S01E01'],
    ['all watched are taken out', 'a b', 'S01E01', 'b', null],
    ['a season is parted', 'a b c d', 'S01E03', 'a b | c d', 'S02E01'],
    ['it is exchanged with a later one', 'a b c', 'S01E01', 'b a c', null],
    ['watched ones change places', 'a b c', 'S01E02', 'b a c', 'S01E01'],
    ['a later one moves before it', 'a b c d', 'S01E02', 'a d b c', 'S01E01'],
    ['specials are counted anew', 'a +x b', 'S00E01', 'a +w b +x', 'S01E01'],
    ['a place that is unknown', 'a b', 'S09E09', 'a b', null],
  ])('%s', (_, before, place, after, expected) => {
    expect(followedPlace(list(before), list(after), place)).toBe(expected);
  });

  test('nothing that was listed and closed opens', () => {
    const ids = fc.shuffledSubarray([...'abcdefgh'], { minLength: 1 });
    fc.assert(
      fc.property(ids, ids, fc.nat(), (before, after, at) => {
        const [was, is] = [list(before.join(' ')), list(after.join(' '))];
        const through = at % was.length;
        const place = followedPlace(was, is, was[through]?.code ?? null);
        const open = is
          .slice(0, is.findIndex(({ code }) => code === place) + 1)
          .map(({ id }) => id);
        const closed = before.slice(through + 1);
        expect(open.filter((id) => closed.includes(id))).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });
});
