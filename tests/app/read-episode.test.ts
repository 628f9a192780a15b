import { describe, expect, test } from 'vitest';
import { type Here, readEpisode, readPlace } from '../../src/app/read-episode.ts';
import { Show } from '../../src/gated/show.ts';
import { parseEpisodeCode } from '../../src/model/episode.ts';
import { parseEpisodeWords } from '../../src/model/episode-words.ts';
import type { Place } from '../../src/model/order.ts';
import { UserError } from '../../src/model/user-error.ts';

const coded = (text: string) => {
  const code = parseEpisodeCode(text);
  if (!code) throw new Error(text);
  return code;
};

/** Two seasons of three, a film between them, the last two not aired on New Year's Day of 2026. */
const show = new Show('a-show', {
  title: 'A Show',
  episodes: [
    { code: coded('1x1'), aired: '2024-01-01' },
    { code: coded('1x2') },
    { code: coded('1x3'), aired: '2024-01-15' },
    { code: coded('0x1'), aired: '2024-06-01' },
    { code: coded('2x1'), aired: '2026-01-01' },
    { code: coded('2x2'), aired: '2026-01-08' },
    { code: coded('2x3') },
  ],
});
const at = (place: Place): Here => ({ place, today: '2026-01-01' });

describe('an episode, as people write it', () => {
  test.each([
    ...['S01E05', 's1e5', 'S1E5', '1x05', '1X5', 'S01 E05', 's1ep5', 'S1 Ep 5', 's01.e05'],
    ...['Season 1 Episode 5', 'season 1, episode 5', 'SEASON 1 EP 5', ' S01E05 '],
  ])('%j is season 1, episode 5', (text) => {
    expect(parseEpisodeWords(text)).toEqual({ kind: 'code', code: 'S01E05' });
  });

  test.each(['5', '05', 'e5', 'E05', 'ep5', 'Ep. 5', 'episode 5', 'Episode5'])(
    '%j is episode 5 of a season that is understood',
    (text) => {
      expect(parseEpisodeWords(text)).toEqual({ kind: 'number', number: 5 });
    },
  );

  test.each(['', 'five', 'S1', 'season 1', '1.5', '-1', 'x5', '1x', 'nextly', '5th', '12345'])(
    '%j is none',
    (text) => {
      expect(parseEpisodeWords(text)).toBe(undefined);
    },
  );
});

describe('which episode is meant', () => {
  const meant: [text: string, place: Place, code: string][] = [
    ['2', null, 'S01E02'],
    ['ep2', 'S01E01', 'S01E02'],
    ['2', 'S01E02', 'S01E02'],
    ['1', 'S01E03', 'S00E01'],
    ['2', 'S00E01', 'S02E02'],
    ['3', 'S02E03', 'S02E03'],
    ['next', null, 'S01E01'],
    ['next', 'S01E01', 'S01E02'],
    ['next', 'S01E03', 'S00E01'],
    ['NEXT', 'S00E01', 'S02E01'],
    ['last', 'S01E02', 'S01E02'],
    ['S02E03', null, 'S02E03'],
  ];
  test.each(meant)('%s at %s is %s', (text, place, code) => {
    expect(readEpisode(text, show, at(place))).toBe(code);
  });

  const refused: [text: string, place: Place, message: RegExp][] = [
    ['next', 'S02E01', /S02E02 of A Show has not aired yet \(it airs on 2026-01-08\)/],
    ['next', 'S02E02', /S02E03 of A Show has not aired yet$/],
    ['next', 'S02E03', /no next episode of A Show/],
    ['last', null, /have not started A Show/],
    ['7', null, /A Show has no episode S01E07; its episodes go from S01E01 to S02E03/],
    ['soon', null, /`soon` is not an episode/],
  ];
  test.each(refused)('%s at %s is refused', (text, place, message) => {
    expect(() => readEpisode(text, show, at(place))).toThrow(UserError);
    expect(() => readEpisode(text, show, at(place))).toThrow(message);
  });

  test('`none` is a place, and no episode', () => {
    expect(readPlace('None', show, at('S01E01'))).toBe(null);
    expect(() => readEpisode('none', show, at(null))).toThrow(/is not an episode/);
  });

  test('without a list, the next number of the season', () => {
    const unlisted = new Show('x', 'missing');
    expect(readEpisode('next', unlisted, at(null))).toBe('S01E01');
    expect(readEpisode('next', unlisted, at('S02E09'))).toBe('S02E10');
    expect(readEpisode('4', unlisted, at('S02E09'))).toBe('S02E04');
  });

  test('without dates, every episode has aired', () => {
    const undated = new Show('x', { title: 'X', episodes: [{ code: coded('1x1') }] });
    expect(readEpisode('next', undated, at(null))).toBe('S01E01');
  });
});
