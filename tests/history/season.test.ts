import { describe, expect, test } from 'vitest';
import { isOnlySeason, readEpisodeNumber, readSeason } from '../../src/history/season.ts';

/** Season 2 in the languages that people watch in, as a row of Netflix has it. */
const SEASONS = `
Season 2|Series 2|Part 2|Volume 2|2nd Season|SEASON 2
Saison 2|Partie 2|2e saison|Saison 02
Temporada 2|2ª Temporada|2a temporada|Parte 2
Staffel 2|2. Staffel|Teil 2
Stagione 2|2ª stagione
Seizoen 2|Säsong 2|Sæson 2|Sesong 2|Kausi 2|2. kausi
Sezon 2|2. sezon|2. Sezon|Część 2|2. série|2. séria|Řada 2|2. évad|2.évad|Sezonul 2|Sezona 2
Сезон 2|2 сезон|2-й сезон|Сезон 2-й|Часть 2|Частина 2
Κύκλος 2|Σεζόν 2|2ος κύκλος
シーズン2|シーズン 2|シーズン２|第2期|第二季|第2季|第 2 季|시즌 2|시즌2|파트 2
الموسم 2|الموسم ٢|עונה 2|सीज़न 2|सीज़न २|ซีซั่น 2|ซีซั่น ๒|Phần 2|Musim 2
`
  .trim()
  .split(/[|\n]/);

describe('which season a part of a title says', () => {
  test.each(SEASONS)('%s', (part) => {
    expect(readSeason(part)).toEqual({ number: 2, isHalf: false });
  });

  test.each(['第十季', '第十二季', '第二十季'].map((part, index) => [part, [10, 12, 20][index]]))(
    '%s is %s',
    (part, number) => {
      expect(readSeason(String(part))?.number).toBe(number);
    },
  );

  test.each(['Season 1B', 'Staffel 1b', 'Part 1 A'])('%s is half a season', (part) => {
    expect(readSeason(part)).toEqual({ number: 1, isHalf: true });
  });

  test('a year may be the number', () => {
    expect(readSeason('Season 2016')).toEqual({ number: 2016, isHalf: false });
  });

  test.each(['Season', '2', 'Two Words 2', 'Season 1 2', 'Zzyzx 2', 'Episode 2', '', 'Fog'])(
    '%j is none',
    (part) => {
      expect(readSeason(part)).toBeUndefined();
    },
  );
});

describe('which episode a part of a title says', () => {
  test.each(
    'Episode 3|Épisode 3|Episodio 3|Episódio 3|Folge 3|Aflevering 3|Avsnitt 3|Jakso 3|Odcinek 3|Díl 3|3. Bölüm|Эпизод 3|Серия 3|3-я серия|Επεισόδιο 3|第3話|第3集|에피소드 3|3화|الحلقة ٣|פרק 3|ตอนที่ 3|Tập 3'.split(
      '|',
    ),
  )('%s', (part) => {
    expect(readEpisodeNumber(part)).toBe(3);
  });

  test.each(['Chapter 3', 'Round 3', 'Day 3', '3', 'Episode', 'Episode 3 of 4', 'Season 3'])(
    '%s is a title',
    (part) => {
      expect(readEpisodeNumber(part)).toBeUndefined();
    },
  );
});

test.each([
  'Limited Series',
  'Miniserie',
  'Minissérie',
  'Mini-série',
  'リミテッドシリーズ',
  '迷你剧',
])('%s is an only season', (part) => {
  expect(isOnlySeason(part)).toBe(true);
});
