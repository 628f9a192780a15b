import { describe, expect, test } from 'vitest';
import { decode, isPacked } from '../../src/history/decode.ts';
import { readHistory } from '../../src/history/recognise.ts';
import { DamagedHistory } from '../../src/history/source.ts';

/** A file in short: its shape, its rows as `show 1x2 title` or as text, and what was left out. */
function read(text: string) {
  const found = readHistory(text);
  if (!found) return undefined;
  const { rows, leftOut } = found.history;
  return {
    shape: found.shape,
    leftOut,
    rows: rows.map((row) => {
      if (row.kind === 'titled') return row.text;
      const { show, season, number, title } = row;
      const name = show ? `${show.title}${show.year ? ` [${show.year}]` : ''} ` : '';
      return `${name}${season}x${number}${title ? ` ${title}` : ''}`;
    }),
  };
}

const activity = (...rows: string[]) =>
  [
    'Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country',
    ...rows,
  ].join('\n');

const traktShow = (more: object) => ({
  plays: 2,
  last_watched_at: '2025-01-02T20:00:00.000Z',
  last_updated_at: '2025-01-02T20:00:00.000Z',
  reset_at: null,
  show: { title: 'The Quay', year: 2019, ids: { trakt: 1, slug: 'the-quay' } },
  ...more,
});

const files: [what: string, text: string, shape: string, rows: string[], leftOut: number][] = [
  [
    'Netflix, the short form',
    'Title,Date\n"The Quay: Season 1: Fog","1/2/21"\n"A Film","1/1/21"\n',
    'Netflix viewing history',
    ['The Quay: Season 1: Fog', 'A Film'],
    0,
  ],
  [
    'Netflix, saved by a spreadsheet with semicolons',
    '\ufeffTitle;Date\r\nThe Quay: Season 1: Fog, and "rain";02.01.21\r\n\r\n',
    'Netflix viewing history',
    ['The Quay: Season 1: Fog, and "rain"'],
    0,
  ],
  [
    'Netflix, the account archive: a trailer, a look, an autoplayed scrap, and two halves of an evening',
    activity(
      'Ann,2021-01-02 20:00:00,00:40:00,,The Quay: Season 1: Fog (Episode 1),,TV,00:40:00,00:40:00,X',
      'Ann,2021-01-02 20:50:00,00:00:30,,The Quay: Season 1: Rain (Episode 2),,TV,00:39:30,00:39:30,X',
      'Ann,2021-01-02 21:00:00,00:20:00,,The Quay: Season 1: Ice (Episode 3),,TV,00:20:00,Not latest view,X',
      'Ann,2021-01-03 21:00:00,00:21:00,,The Quay: Season 1: Ice (Episode 3),,TV,00:41:00,00:41:00,X',
      'Ann,2021-01-03 22:00:00,00:06:40,Autoplayed: user action: None; ,The Quay: Season 1: Snow (Episode 4),,TV,00:39:40,00:39:40,X',
      'Ann,2021-01-03 22:00:00,00:30:00,,The Quay: Season 1_hook_02,HOOK,TV,00:30:00,00:30:00,X',
    ),
    'Netflix viewing activity',
    ['The Quay: Season 1: Fog (Episode 1)', 'The Quay: Season 1: Ice (Episode 3)'],
    3,
  ],
  [
    'Netflix, the account archive: an episode left long before the others of its season',
    activity(
      'Ann,2021-01-02 20:00:00,00:40:00,,The Quay: Season 1: Fog (Episode 1),,TV,00:40:00,00:40:00,X',
      'Ann,2021-01-02 21:00:00,00:41:00,,The Quay: Season 1: Rain (Episode 2),,TV,00:41:00,00:41:00,X',
      'Ann,2021-01-03 22:00:00,00:09:00,,The Quay: Season 1: Ice (Episode 3),,TV,00:09:00,00:09:00,X',
    ),
    'Netflix viewing activity',
    ['The Quay: Season 1: Fog (Episode 1)', 'The Quay: Season 1: Rain (Episode 2)'],
    1,
  ],
  [
    'Trakt, watched shows',
    JSON.stringify([
      traktShow({
        seasons: [
          {
            number: 1,
            episodes: [
              { number: 1, plays: 1, last_watched_at: '2025-01-01T20:00:00.000Z' },
              { number: 2, plays: 0, last_watched_at: null },
            ],
          },
        ],
      }),
    ]),
    'Trakt',
    ['The Quay [2019] 1x1'],
    1,
  ],
  ['Trakt, watched shows without their seasons', JSON.stringify([traktShow({})]), 'Trakt', [], 0],
  [
    'Trakt, history',
    JSON.stringify([
      {
        id: 1,
        watched_at: '2025-01-01T20:00:00.000Z',
        action: 'scrobble',
        type: 'episode',
        episode: { season: 1, number: 2, title: 'Rain', ids: {} },
        show: { title: 'The Quay', year: 2019, ids: {} },
      },
      { id: 2, watched_at: '2025-01-01T20:00:00.000Z', type: 'movie', movie: { title: 'A Film' } },
    ]),
    'Trakt',
    ['The Quay [2019] 1x2 Rain'],
    1,
  ],
  [
    'Simkl, as JSON',
    JSON.stringify({
      shows: [
        {
          status: 'watching',
          show: { title: 'The Quay', year: 2019, ids: {} },
          seasons: [{ number: 1, episodes: [{ number: 1, watched_at: '2025-01-01T20:00:00Z' }] }],
        },
        { status: 'plantowatch', show: { title: 'Later', year: 2020, ids: {} } },
      ],
      anime: [
        {
          status: 'watching',
          show: { title: 'Ame', year: 2001, ids: {} },
          seasons: [{ number: 1, episodes: [{ number: 3 }] }],
        },
      ],
      movies: [{ status: 'completed', movie: { title: 'A Film' } }],
    }),
    'Simkl',
    ['The Quay [2019] 1x1', 'Ame [2001] 1x3'],
    2,
  ],
  [
    'Simkl, as CSV: the last episode alone',
    'SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo,TVDB,TMDB,IMDB\n1,The Quay,tv,2019,watching,s1e4,2025-01-01,,,,,\n2,A Film,movie,2001,completed,,2025-01-01,,,,,\n',
    'Simkl',
    ['The Quay [2019] 1x4'],
    1,
  ],
  [
    'TV Time, tracking records',
    'created_at,key,series_name,season_number,episode_number\n2021-01-11 02:05:01,watch-episode-1,The Quay,1,2\n2021-01-11 02:05:01,rewatch-episode-1,The Quay (2019),1,3\n2021-01-11 02:05:01,follow-series-1,The Quay,,\n2021-01-11 02:05:01,emotion-episode-1,The Quay,1,9\n',
    'TV Time',
    ['The Quay 1x2', 'The Quay [2019] 1x3'],
    2,
  ],
  [
    'TV Time, tracking records of the other kind',
    'uuid,type,series_name,movie_name,season_number,episode_number,created_at\n1,watch,The Quay,,1,1,2024-03-01 20:00:00\n2,towatch,The Quay,,1,2,2024-03-01 20:00:00\n3,watch,,A Film,,,2024-03-01 20:00:00\n',
    'TV Time',
    ['The Quay 1x1'],
    2,
  ],
  [
    'TV Time, episodes seen',
    'user_id,episode_id,source,created_at,updated_at,tv_show_name,episode_season_number,episode_number\n1,2,episode-detail,2018-06-14 12:41:03,2018-06-14 12:41:03,The Quay,1,1\n',
    'TV Time',
    ['The Quay 1x1'],
    0,
  ],
  [
    'TV Time, the CSV of those who left it',
    'imdb_id,tvdb_id,type,title,season,episode,is_special,is_watched,watched_at\ntt1,2,episode,The Quay,1,1,false,true,2023-06-01T12:00:00Z\ntt1,2,episode,The Quay,1,2,false,false,\n',
    'TV Time',
    ['The Quay 1x1'],
    1,
  ],
  [
    'TV Time, the JSON of an extension',
    JSON.stringify([
      {
        uuid: 'u',
        id: { tvdb: 1, imdb: 'tt1' },
        title: 'The Quay',
        seasons: [
          {
            number: 1,
            is_specials: false,
            episodes: [
              { id: {}, number: 1, name: 'Fog', is_watched: true, watched_at: null },
              { id: {}, number: 2, name: 'Rain', is_watched: false, watched_at: null },
            ],
          },
        ],
      },
    ]),
    'TV Time',
    ['The Quay 1x1 Fog'],
    1,
  ],
  [
    'Kodi: two episodes in one file, and an address behind them',
    '<?xml version="1.0" encoding="UTF-8"?>\n<episodedetails>\n<title>Fog &amp; rain</title><showtitle>The Quay</showtitle><season>1</season><episode>1</episode><playcount>2</playcount><lastplayed>2021-01-01 20:00:00</lastplayed><actor><name>x</name><title>not this</title></actor></episodedetails>\n<episodedetails><title>Ice</title><showtitle>The Quay</showtitle><season>1</season><episode>2</episode><playcount>0</playcount></episodedetails>\nhttps://www.thetvdb.example/?a=1&b=2\n',
    'Kodi or Jellyfin',
    ['The Quay 1x1 Fog & rain'],
    1,
  ],
  [
    'Jellyfin',
    '\ufeff<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<episodedetails><plot/><title>Fog</title><showtitle>The Quay</showtitle><episode>1</episode><season>1</season><watched>true</watched><playcount>1</playcount></episodedetails>',
    'Kodi or Jellyfin',
    ['The Quay 1x1 Fog'],
    0,
  ],
  [
    'Kodi, a whole library',
    '<videodb><movie><title>A Film</title></movie><tvshow><title>The Quay</title><episodedetails><title>Fog</title><season>1</season><episode>1</episode><playcount>1</playcount></episodedetails></tvshow></videodb>',
    'Kodi or Jellyfin',
    ['The Quay 1x1 Fog'],
    0,
  ],
  ['codes', '# mine\nS01E01\n1x02\n\ns1e3\n', 'list of episodes', ['1x1', '1x2', '1x3'], 0],
  [
    'codes with their shows',
    'the-quay S01E01\nThe Quay: 1x02\r\n"The Quay";S01E03\n',
    'list of episodes',
    ['the-quay 1x1', 'The Quay 1x2', 'The Quay 1x3'],
    0,
  ],
];

describe('what is in a file tells what it is', () => {
  test.each(files)('%s', (_, text, shape, rows, leftOut) => {
    expect(read(text)).toEqual({ shape, rows, leftOut });
  });

  test.each([
    ['a text', 'Dear diary, I watched S01E01 today, and more.'],
    ['nothing', ''],
    ['another table', 'name,price\nS01E01,3\n'],
    ['another JSON', '{"a": [1, 2]}'],
    ['a list of shows that are nobody’s', '[{"show": {"title": "The Quay"}}]'],
    ['another XML', '<html><title>S01E01</title></html>'],
    [
      'TV Time’s comments, which look like episodes seen',
      'tv_show_name,episode_season_number,episode_number,comment,created_at\nThe Quay,1,9,so good,2022-03-11 09:00:00\n',
    ],
    [
      'ratings, which look like a watched episode',
      '[{"rated_at":"2020-01-01T00:00:00Z","rating":8,"episode":{"season":1,"number":9},"show":{"title":"The Quay"}}]',
    ],
    ['a list with a line that is none', 'S01E01\nhello\n'],
  ])('%s is no history', (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  test.each([
    ['JSON that was cut off', '[{"plays": 9, "show": {"title": "PRIVATE'],
    ['a quotation mark that never ends', `Title,Date\n"${'PRIVATE '.repeat(20_000)}`],
    ['XML that is none', `<videodb>${'&PRIVATE;<'.repeat(2000)}`],
    ['XML that goes on going deeper', '<videodb>'.repeat(1000)],
  ])('%s is damaged, and nothing of it is in the error', (_, text) => {
    expect(() => readHistory(text)).toThrow(DamagedHistory);
    try {
      readHistory(text);
    } catch (error) {
      expect(String(error)).not.toContain('PRIVATE');
    }
  });

  test('entities that a file defines are not expanded', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'Quay'.repeat(99)}"><!ENTITY b "&a;&a;&a;">]>
<episodedetails><showtitle>&b;</showtitle><season>1</season><episode>1</episode><playcount>1</playcount></episodedetails>`;
    expect(JSON.stringify(read(bomb) ?? '')).not.toContain('QuayQuay');
  });
});

describe('a rewatch', () => {
  test('begins with `reset_at`', () => {
    const text = JSON.stringify([traktShow({ reset_at: '2025-03-01T00:00:00.000Z', seasons: [] })]);
    expect(readHistory(text)?.history.rewatches).toEqual([
      { show: { title: 'The Quay', year: 2019 }, since: Date.UTC(2025, 2, 1) },
    ]);
  });
});

describe('a file in another coding', () => {
  const text = 'Title,Date\n"Equilíbrio: Saison 1: Épée","2021-01-02"\n';
  const utf16 = Buffer.from(text, 'utf16le');
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without', utf16],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16, the other way round without a mark', Buffer.from(utf16).swap16()],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('%s', (_, bytes) => {
    expect(read(decode(bytes))?.rows).toEqual(['Equilíbrio: Saison 1: Épée']);
  });

  test('an archive is told by its first bytes', () => {
    expect(isPacked(Buffer.from('PK\x03\x04…', 'latin1'))).toBe(true);
    expect(isPacked(Buffer.from([0x1f, 0x8b, 8]))).toBe(true);
    expect(isPacked(Buffer.from(text))).toBe(false);
  });
});
