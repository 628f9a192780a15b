import { describe, expect, test } from 'vitest';
import { DamagedHistory } from '../../src/history/damaged-history.ts';
import type { Entry, ShowName } from '../../src/history/entry.ts';

import { entriesOf } from '../support/history.ts';

const nameOf = ({ title, year }: ShowName) => `${title}${year ? ` [${year}]` : ''}`;

/** An entry in short: `Show [2019] 1x2 Title`, the text of Netflix, `Show: 3 episodes`, `Show` alone. */
function inShort(entry: Entry): string[] {
  switch (entry.kind) {
    case 'numbered': {
      const { show, season, number, title } = entry;
      return [`${show ? `${nameOf(show)} ` : ''}${season}x${number}${title ? ` ${title}` : ''}`];
    }
    case 'titled':
      return [entry.text];
    case 'count':
      return [`${nameOf(entry.show)}: ${entry.episodes} episodes`];
    case 'show':
      return [nameOf(entry.show)];
    default:
      return [];
  }
}

/** A file in short: its format, its entries, and how many were left out. */
async function read(content: string | Uint8Array, size?: number) {
  const { read, entries } = await entriesOf(content, { size });
  if (read.kind !== 'history') return read.kind === 'other' ? read.record.name : read.kind;
  const leftOut = entries.reduce((sum, entry) => {
    return sum + (entry.kind === 'left-out' ? (entry.count ?? 1) : 0);
  }, 0);
  return { shape: read.format.name, rows: entries.flatMap(inShort), leftOut };
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
  [
    'Trakt, watched shows without their seasons',
    JSON.stringify([traktShow({})]),
    'Trakt',
    ['The Quay [2019]'],
    0,
  ],
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
  [
    'Trakt, the history as CSV: an episode, a film, and a row that is cut off',
    'watched_at,type,title,year,season,episode,trakt_id,tmdb_id,imdb_id\n2024-02-11T20:15:00.000Z,episode,The Quay,2019,1,2,1,1,tt1\n2024-02-11T20:15:00.000Z,movie,A Film,2001,,,1,1,tt1\n2024-02-11T20:15:00.000Z,episode,The Quay,2019,1\n',
    'Trakt',
    ['The Quay [2019] 1x2'],
    2,
  ],
  [
    'Simkl, as JSON: shows without their episodes',
    JSON.stringify({
      shows: [
        { status: 'watching', last_watched: 'S01E04', show: { title: 'The Quay', year: 2019 } },
        { status: 'completed', show: { title: 'Fog', year: 2020 }, seasons: [] },
        { status: 'watching', watched_episodes_count: 0, show: { title: 'Rain', year: 2020 } },
      ],
      anime: [
        { status: 'watching', watched_episodes_count: 7, show: { title: 'Ame', year: 2001 } },
      ],
    }),
    'Simkl',
    ['The Quay [2019] 1x4', 'Fog [2020]', 'Ame [2001]: 7 episodes'],
    1,
  ],
  [
    'Simkl, as CSV: anime, and a show that is completed',
    'SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate\n1,Ame,anime,2001,watching,E12,2025-01-01\n2,Fog,tv,2020,completed,,\n3,Rain,tv,2020,plantowatch,,\n',
    'Simkl',
    ['Ame [2001]: 12 episodes', 'Fog [2020]'],
    1,
  ],
  [
    'TV Time: episodes without a season',
    'created_at,key,series_name,season_number,episode_number\n2021-01-11 02:05:01,watch-episode-1,The Quay,,2\n2021-01-11 02:05:01,follow-series-1,The Quay,,\n',
    'TV Time',
    ['The Quay'],
    1,
  ],
  [
    'TV Time: films only',
    'user_id,type-uuid-n,type,series_name,entity_type,movie_name,episode_number,season_number\n1,watch-a,watch,,movie,A Film,,\n1,count-c,count-watch-episode-series,A Show,,,,\n',
    'TV Time',
    [],
    2,
  ],
  [
    'Netflix, the account archive of another year: `StartTime`',
    'Profile Name,StartTime,Duration,Attributes,Title,SupplementalVideoType,Device Type,Bookmark\nAnn,2021-01-02 20:00:00,00:40:00,,The Quay: Season 1: Fog (Episode 1),,TV,00:40:00\n',
    'Netflix viewing activity',
    ['The Quay: Season 1: Fog (Episode 1)'],
    0,
  ],
  [
    'Prime Video: an episode with its number, one without, another way to write the season, a film',
    'Date Watched,Type,Title,Episode Title,Global Title Identifier\n2024-01-15,Series,The Quay: Season 1,Episode 1: Fog,a\n2024-01-15,Series,The Quay - Staffel 2,Folge 3 - Eis,a\n2024-01-15,Series,The Quay Season 1,Rain,a\n2024-01-15,Movie,A Film,,a\n',
    'Prime Video',
    [
      'The Quay: Season 1: Fog (Episode 1)',
      'The Quay: Staffel 2: Eis (Folge 3)',
      'The Quay: Season 1: Rain',
    ],
    1,
  ],
  [
    'Disney+: an episode and a film',
    'Profile ID;Program Title;Season Title;Date\nme;Fog;The Quay;2026-01-01\nme;A Film;;2026-01-02\n',
    'Disney+',
    ['The Quay: Fog'],
    1,
  ],
  [
    'Tautulli, as JSON: watched, broken off, a film, numbers as texts',
    JSON.stringify({
      response: {
        result: 'success',
        data: {
          recordsFiltered: 4,
          data: [
            tautulli({}),
            tautulli({ media_index: 2, watched_status: 0.5 }),
            { media_type: 'movie', grandparent_title: '', title: 'A Film', watched_status: 1 },
            tautulli({ parent_media_index: '1', media_index: '3', title: 'Ice' }),
            tautulli({ parent_media_index: '', media_index: '' }),
          ],
        },
      },
    }),
    'Tautulli',
    ['The Quay 1x1 Fog', 'The Quay 1x3 Ice', 'The Quay'],
    2,
  ],
  [
    'Tautulli, as CSV',
    'date,user,media_type,grandparent_title,parent_media_index,media_index,title,watched_status,percent_complete\n1700000000,me,episode,The Quay,1,1,Fog,1,98\n1700000000,me,episode,The Quay,1,2,Rain,0,10\n',
    'Tautulli',
    ['The Quay 1x1 Fog'],
    1,
  ],
  [
    'Jellyfin, Playback Reporting: two halves of an evening, a look, two episodes in one file, a film',
    [
      ['Episode', 'The Quay - s01e01 - Fog', 200],
      ['Episode', 'The Quay - s01e01 - Fog', 200],
      ['Episode', 'The Quay - s01e02 - Rain', 30],
      ['Episode', 'The Quay - Nights - s01e03-e04 - Ice', 3000],
      ['Movie', 'A Film', 6000],
    ]
      .map(
        ([type, name, seconds]) =>
          `2024-02-01 20:00:00.0000000\tabc\tdef\t${type}\t${name}\tDirectPlay\tWeb\tFirefox\t${seconds}\n`,
      )
      .join(''),
    'Jellyfin Playback Reporting',
    ['The Quay 1x1 Fog', 'The Quay - Nights 1x3', 'The Quay - Nights 1x4'],
    2,
  ],
  [
    'Yamtrack: rows that only group others are no entries',
    'media_id,source,media_type,title,image,season_number,episode_number,score,status,notes,start_date,end_date,progress,created_at,progressed_at\n1,tmdb,tv,The Quay,,,,,In progress,,,,2,,\n1,tmdb,season,The Quay,,1,,,In progress,,,,2,,\n1,tmdb,episode,The Quay,,1,1,,,,,2024-02-09,,,\n1,mal,anime,Ame,,,,,In progress,,,,7,,\n1,tmdb,movie,A Film,,,,,Completed,,,,1,,\n',
    'Yamtrack',
    ['The Quay 1x1', 'Ame: 7 episodes'],
    1,
  ],
  [
    'Ryot: watched, broken off, anime, a book',
    JSON.stringify([
      ryot('show', 'The Quay', [
        { show_season_number: 1, show_episode_number: 1, ended_on: '2024-01-01' },
        { show_season_number: 1, show_episode_number: 2, progress: '40' },
        { show_season_number: 1, show_episode_number: 3, state: 'DROPPED' },
        { show_extra_information: { season: 1, episode: 4 }, progress: '100' },
      ]),
      ryot('anime', 'Ame', [{ anime_episode_number: 7 }]),
      ryot('book', 'A Book', [{ ended_on: '2024-01-01' }]),
      ryot('show', 'Later', []),
    ]),
    'Ryot',
    ['The Quay 1x1', 'The Quay 1x4', 'Ame: 7 episodes'],
    4,
  ],
  [
    'Ryot, its whole export',
    JSON.stringify({
      workouts: [],
      metadata: [ryot('show', 'The Quay', [{ show_season_number: 1, show_episode_number: 1 }])],
    }),
    'Ryot',
    ['The Quay 1x1'],
    0,
  ],
  [
    'MyAnimeList: watching, planned, a film, a manga',
    `<?xml version="1.0" encoding="UTF-8" ?>
<!-- Created by XML Export feature -->
<myanimelist><myinfo><user_name>PRIVATE</user_name></myinfo>
<anime><series_title><![CDATA[The Quay & more]]></series_title><series_type>TV</series_type><series_episodes>10</series_episodes><my_watched_episodes>3</my_watched_episodes><my_status>Watching</my_status></anime>
<anime><series_title>Later</series_title><my_watched_episodes>0</my_watched_episodes></anime>
<anime><series_title>A Film</series_title><series_type>Movie</series_type><my_watched_episodes>1</my_watched_episodes></anime>
<manga><series_title>A Book</series_title><my_watched_episodes>3</my_watched_episodes></manga>
</myanimelist>`,
    'MyAnimeList',
    ['The Quay & more: 3 episodes'],
    3,
  ],
  [
    'AniList: watching, planned, a film',
    JSON.stringify({
      lists: [
        {
          name: 'Watching',
          entries: [
            { media: { title: { romaji: 'Kai', english: 'The Quay' } }, progress: 3 },
            { media: { title: { romaji: 'Ato' } }, progress: 0 },
            { media: { title: { romaji: 'Eiga' }, format: 'MOVIE' }, progress: 1 },
            { series_id: 1, progress: 4 },
          ],
        },
      ],
    }),
    'AniList',
    ['The Quay: 3 episodes'],
    3,
  ],
  [
    'AniList, as its API answers',
    JSON.stringify({
      data: {
        MediaListCollection: {
          lists: [{ entries: [{ media: { title: { romaji: 'Kai' } }, progress: 3 }] }],
        },
      },
    }),
    'AniList',
    ['Kai: 3 episodes'],
    0,
  ],
  [
    'a table of one’s own, with blanks and capitals in its header',
    'Show,Season,Episode,Title,Date\nThe Quay,1,1,Fog,2024-01-01\nThe Quay,1,,,\n',
    'table of episodes',
    ['The Quay 1x1 Fog'],
    1,
  ],
  [
    'a spreadsheet’s empty columns, and the line that names the delimiter',
    'sep=;\r\nTitle;Date;;;\r\nThe Quay: Season 1: Fog;02.01.21;;;\r\n;;;;\r\n',
    'Netflix viewing history',
    ['The Quay: Season 1: Fog', ''],
    0,
  ],
  [
    'a spreadsheet that put each row into one cell',
    'Title,Date\n"The Quay: Season 1: Fog,""21/12/2020"""\n"The Quay: Season 1: Rain, again,""20/12/2020"""\n',
    'Netflix viewing history',
    ['The Quay: Season 1: Fog', 'The Quay: Season 1: Rain, again'],
    0,
  ],
  [
    'a title with a comma and no date is as it is',
    'Title,Date\n"The Quay: Season 1: Rain, again",\n',
    'Netflix viewing history',
    ['The Quay: Season 1: Rain, again'],
    0,
  ],
  [
    'a spreadsheet that put the header into one cell too, between semicolons',
    '"Title,Date";;\n"The Quay: Season 1: Fog,""21/12/2020""";;\n',
    'Netflix viewing history',
    ['The Quay: Season 1: Fog'],
    0,
  ],
];

function tautulli(more: object) {
  const play = { date: 1_700_000_000, user: 'me', media_type: 'episode', title: 'Fog' };
  const place = { grandparent_title: 'The Quay', parent_media_index: 1, media_index: 1 };
  return { ...play, ...place, watched_status: 1, ...more };
}

function ryot(lot: string, title: string, seen_history: object[]) {
  return { lot, source: 'tmdb', identifier: '1', source_id: title, seen_history, reviews: [] };
}

describe('the content of a file says what it is', () => {
  test.each(files)('%s', async (_, text, shape, rows, leftOut) => {
    expect(await read(text)).toEqual({ shape, rows, leftOut });
  });

  test.each(files)('%s, in small pieces', async (_, text) => {
    expect(await read(text, 7)).toEqual(await read(text));
  });

  test.each([
    ['a text', 'Dear diary, I watched S01E01 today, and more.', 'unknown'],
    ['nothing', '', 'empty'],
    ['blanks', '\ufeff \r\n', 'empty'],
    ['an empty list', '[]', 'empty'],
    ['another table', 'name,price\nS01E01,3\n', 'unknown-table'],
    ['another JSON', '{"a": [1, 2]}', 'unknown'],
    ['a list of shows that are nobody’s', '[{"show": {"title": "The Quay"}}]', 'unknown'],
    ['another XML', '<html><title>S01E01</title></html>', 'unknown'],
    [
      'TV Time’s comments, which look like episodes seen',
      'tv_show_name,episode_season_number,episode_number,comment,created_at\nThe Quay,1,9,so good,2022-03-11 09:00:00\n',
      'unknown-table',
    ],
    [
      'ratings, which look like a watched episode',
      '[{"rated_at":"2020-01-01T00:00:00Z","rating":8,"episode":{"season":1,"number":9},"show":{"title":"The Quay"}}]',
      'unknown',
    ],
    [
      'ratings as a table',
      'rated_at,type,title,year,season,episode\n2020-01-01T00:00:00Z,episode,The Quay,2019,1,9\n',
      'unknown-table',
    ],
    [
      'a table of one’s own with ratings',
      'show,season,episode,rating\nThe Quay,1,9,8\n',
      'unknown-table',
    ],
    [
      'Letterboxd',
      'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n2020-12-07,A Film,2020,https://boxd.example/1,3,,,2020-12-07\n',
      'Letterboxd',
    ],
    [
      'IMDb',
      'Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type\ntt1,8,2024-02-02,The Quay: Fog,Fog,u,TV Episode\n',
      'IMDb',
    ],
    [
      'YouTube',
      '[{"header":"YouTube","title":"Watched The Quay | Episode 1","titleUrl":"u","time":"2020-09-08T02:41:27.398Z"}]',
      'YouTube',
    ],
  ])('%s is no history', async (_, text, expected) => {
    expect(await read(text)).toBe(expected);
  });

  test.each([
    ['JSON that was cut off', '[{"plays": 9, "show": {"title": "PRIVATE'],
    ['JSON that was cut off after an item', `[${JSON.stringify(traktShow({}))},`],
    ['two JSON files in one', `[${JSON.stringify(traktShow({}))}]{"PRIVATE": 1}`],
    ['a quotation mark that never ends', `Title,Date\n"${'PRIVATE '.repeat(20_000)}`],
    ['XML that is none', `<videodb>${'&PRIVATE;<'.repeat(2000)}`],
    ['XML that goes on going deeper', '<videodb>'.repeat(1000)],
  ])('%s is damaged, and nothing of it is in the error', async (_, text) => {
    const error: unknown = await read(text).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(DamagedHistory);
    expect(String(error)).not.toContain('PRIVATE');
  });

  test('a list of codes says in which line there is none', async () => {
    for (const size of [1, 4, 64]) {
      const error: unknown = await read('# mine\r\nS01E01\r\n\r\nPRIVATE\r\n', size).catch(
        (error: unknown) => error,
      );
      expect(error).toMatchObject({ name: 'DamagedHistory', line: 4, message: '' });
    }
  });

  test('entities that a file defines are not expanded', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'Quay'.repeat(99)}"><!ENTITY b "&a;&a;&a;">]>
<episodedetails><showtitle>&b;</showtitle><season>1</season><episode>1</episode><playcount>1</playcount></episodedetails>`;
    expect(await read(bomb)).toMatchObject({ shape: 'Kodi or Jellyfin' });
    expect(JSON.stringify(await read(bomb))).not.toContain('QuayQuay');
  });
});

test('a rewatch begins with `reset_at`', async () => {
  const text = JSON.stringify([traktShow({ reset_at: '2025-03-01T00:00:00.000Z', seasons: [] })]);
  expect((await entriesOf(text)).entries).toEqual([
    { kind: 'rewatch', show: { title: 'The Quay', year: 2019 }, since: Date.UTC(2025, 2, 1) },
  ]);
});

test('who watched it is kept where a file says', async () => {
  const viewers = async (text: string) =>
    (await entriesOf(text)).entries.map(({ viewer }) => viewer);
  expect(await viewers('Profile ID;Program Title;Season Title;Date\nme;Fog;The Quay;x\n')).toEqual([
    'me',
  ]);
  const plays = [tautulli({}), tautulli({ user: 'you', friendly_name: 'You' })];
  expect(await viewers(JSON.stringify(plays))).toEqual(['me', 'You']);
});

describe('a file in another encoding', () => {
  const text = `Title,Date\n"${'Plain '.repeat(20)}","2021-01-02"\n"Equilíbrio: Saison 1: Épée – fin","2021-01-02"\n`;
  const utf16 = Buffer.from(text, 'utf16le');
  const windows = Buffer.from(text.replace('–', '\x96'), 'latin1');
  const encodings: [string, Uint8Array][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without', utf16],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16, the other way round without a mark', Buffer.from(utf16).swap16()],
    ['Windows-1252', windows],
  ];
  test.each(encodings)('%s', async (_, bytes) => {
    for (const size of [1, 3, 70, 10_000]) {
      expect(await read(bytes, size)).toMatchObject({
        rows: ['Plain '.repeat(20), 'Equilíbrio: Saison 1: Épée – fin'].map((row) => row.trim()),
      });
    }
  });
});
