import { describe, expect, test } from 'vitest';
import { type NumberedEpisode, numbered } from '../../src/sources/numbering.ts';

/** `1x02 2020-01-08` is season 1, number 2; `1x-` a special of season 1; `-x2` has no season. */
function order(...written: string[]): string {
  const episodes = written.map((text, index): NumberedEpisode => {
    const [, season = '', number = '', aired] = /^(\d+|-)x(\d+|-)(?: (\S+))?$/.exec(text) ?? [];
    return {
      record: index + 1,
      season: season === '-' ? null : Number(season),
      number: number === '-' ? null : Number(number),
      aired: aired ?? null,
    };
  });
  return numbered(episodes)
    .map(({ code, episode }) => `${code}=${episode.record}`)
    .join(' ');
}

describe('viewing order', () => {
  test.each<[name: string, expected: string, ...episodes: string[]]>([
    ['seasons and numbers', 'S01E01=2 S01E02=1', '1x2 2020-01-08', '1x1 2020-01-01'],
    ['a whole season on one day', 'S01E01=2 S01E02=1', '1x2 2020-01-01', '1x1 2020-01-01'],
    ['air dates before numbers', 'S01E02=2 S01E01=1', '1x1 2020-01-08', '1x2 2020-01-01'],
    [
      'a special between',
      'S01E01=1 S00E01=3 S01E02=2',
      '1x1 2020-01-01',
      '1x2 2020-02-01',
      '1x- 2020-01-15',
    ],
    ['a special on the day of an episode', 'S01E01=2 S00E01=1', '1x- 2020-01-01', '1x1 2020-01-01'],
    [
      'a special without a date',
      'S01E01=1 S00E01=3 S02E01=2',
      '1x1 2020-01-01',
      '2x1 2021-01-01',
      '1x-',
    ],
    [
      'specials by air date',
      'S01E01=1 S00E01=3 S00E02=2',
      '1x1 2020-01-01',
      '1x- 2020-03-01',
      '1x- 2020-02-01',
    ],
    ['season 0', 'S01E01=1 S00E01=2', '1x1 2020-01-01', '0x7 2020-02-01'],
    ['not announced yet', 'S01E01=1 S01E02=2 S01E03=3', '1x1 2020-01-01', '1x2', '1x3'],
    ['no dates at all', 'S01E01=1 S01E02=2 S02E01=3', '1x1', '1x2', '2x1'],
    ['seasons that are years', 'S2016E01=1 S2017E01=2', '2016x1 2016-09-12', '2017x1 2017-09-12'],
    ['no seasons', 'S01E01=1 S01E02=2', '-x1 2020-01-01', '-x2 2020-01-08'],
    ['one code twice', 'S01E01=1 S00E01=2', '1x1 2020-01-01', '1x1 2020-01-08'],
    ['a special only', 'S00E01=1', '1x-'],
    ['nothing', ''],
  ])('%s', (_, expected, ...episodes) => {
    expect(order(...episodes)).toBe(expected);
  });
});
