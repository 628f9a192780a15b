/** An episode that somebody watched, as a history may write it. */
export interface Watched {
  /** The name of the show, a spin-off's included. */
  readonly show: string;
  readonly season: number;
  readonly number: number;
  readonly title: string;
  /** What a service calls the season, where it writes texts: "Season 1", "Temporada 1". */
  readonly seasonName: string;
}

type Writer = (episodes: readonly Watched[]) => string;

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const table = (header: string, rows: readonly (readonly (string | number)[])[]) =>
  `${header}\n${rows.map((row) => row.map((value) => cell(String(value))).join(',')).join('\n')}\n`;
const titled = ({ show, seasonName, title }: Watched) => `${show}: ${seasonName}: ${title}`;
const code = ({ season, number }: Watched) => `S${season}E${number}`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const DAY = '2024-02-01T20:00:00.000Z';

function byShow(episodes: readonly Watched[]): Map<string, Watched[]> {
  const shows = new Map<string, Watched[]>();
  for (const episode of episodes) {
    shows.set(episode.show, [...(shows.get(episode.show) ?? []), episode]);
  }
  return shows;
}

const seasonsOf = (episodes: readonly Watched[]) =>
  [...new Set(episodes.map(({ season }) => season))].map((number) => ({
    number,
    episodes: episodes.filter(({ season }) => season === number),
  }));

/** The same episodes as each kind of file of each format has them, by the name of the format. */
export const WRITERS: Readonly<Record<string, Readonly<Record<string, Writer>>>> = {
  'Netflix viewing history': {
    csv: (episodes) =>
      table(
        'Title,Date',
        episodes.map((episode) => [titled(episode), '1/2/24']),
      ),
  },
  'Netflix viewing activity': {
    csv: (episodes) =>
      table(
        'Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country',
        episodes.map((episode) => [
          'Ann',
          '2024-02-01 20:00:00',
          '00:40:00',
          '',
          `${titled(episode)} (Episode ${episode.number})`,
          '',
          'TV',
          '00:40:00',
          '00:40:00',
          'GB (United Kingdom)',
        ]),
      ),
    'csv, Latin America': (episodes) =>
      table(
        'Profile Name,StartTime,Duration,Attributes,Title,Supplemental Video Type,Bookmark',
        episodes.map((episode) => [
          'Ann',
          '2024-02-01 20:00:00',
          '00:40:00',
          '',
          `${titled(episode)} (Capítulo ${episode.number})`,
          '',
          '00:40:00',
        ]),
      ),
  },
  'Prime Video': {
    csv: (episodes) =>
      table(
        'Date Watched,Type,Title,Episode Title,Global Title Identifier,Episode Global Title Identifier,Path,Episode Path,Image URL',
        episodes.map(({ show, seasonName, number, title }) => [
          '2024-02-01',
          'Series',
          `${show}: ${seasonName}`,
          `Episode ${number}: ${title}`,
          'a',
          'b',
          '/p',
          '/q',
          'https://x.example/y.jpg',
        ]),
      ),
  },
  'Disney+': {
    csv: (episodes) =>
      `Profile ID;Program Title;Season Title;Date\n${episodes
        .map(({ show, seasonName, title }) =>
          ['me', title, `${show}: ${seasonName}`, '2024-02-01'].map(cell).join(';'),
        )
        .join('\n')}`,
  },
  Trakt: {
    'watched shows': (episodes) =>
      JSON.stringify(
        [...byShow(episodes)].map(([title, episodes]) => ({
          plays: 1,
          last_watched_at: DAY,
          reset_at: null,
          show: { title, year: null },
          seasons: seasonsOf(episodes).map(({ number, episodes }) => ({
            number,
            episodes: episodes.map(({ number }) => ({ number, plays: 1, last_watched_at: DAY })),
          })),
        })),
      ),
    history: (episodes) =>
      JSON.stringify(
        episodes.map(({ show, season, number, title }) => ({
          watched_at: DAY,
          type: 'episode',
          episode: { season, number, title },
          show: { title: show },
        })),
      ),
    csv: (episodes) =>
      table(
        'watched_at,type,title,year,season,episode,trakt_id,tmdb_id,imdb_id',
        episodes.map(({ show, season, number }) => [
          DAY,
          'episode',
          show,
          '',
          season,
          number,
          1,
          1,
          'tt1',
        ]),
      ),
  },
  Simkl: {
    json: (episodes) =>
      JSON.stringify({
        shows: [...byShow(episodes)].map(([title, episodes]) => ({
          status: 'watching',
          show: { title, year: null },
          seasons: seasonsOf(episodes).map(({ number, episodes }) => ({
            number,
            episodes: episodes.map(({ number }) => ({ number, watched_at: DAY })),
          })),
        })),
      }),
    csv: (episodes) =>
      table(
        'SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate',
        episodes.map((episode) => [1, episode.show, 'tv', '', 'watching', code(episode), DAY]),
      ),
  },
  'TV Time': {
    'tracking records': (episodes) =>
      table(
        'created_at,key,series_name,season_number,episode_number',
        episodes.map(({ show, season, number }) => [
          '2024-02-01 20:00:00',
          'watch-episode-1',
          show,
          season,
          number,
        ]),
      ),
    'episodes seen': (episodes) =>
      table(
        'user_id,episode_id,source,created_at,updated_at,tv_show_name,episode_season_number,episode_number',
        episodes.map(({ show, season, number }) => [
          1,
          2,
          'x',
          '2024-02-01 20:00:00',
          '2024-02-01 20:00:00',
          show,
          season,
          number,
        ]),
      ),
    'csv of an extension': (episodes) =>
      table(
        'imdb_id,tvdb_id,type,title,season,episode,is_special,is_watched,watched_at',
        episodes.map(({ show, season, number }) => [
          'tt1',
          2,
          'episode',
          show,
          season,
          number,
          'false',
          'true',
          DAY,
        ]),
      ),
    'json of an extension': (episodes) =>
      JSON.stringify(
        [...byShow(episodes)].map(([title, episodes]) => ({
          title,
          seasons: seasonsOf(episodes).map(({ number, episodes }) => ({
            number,
            episodes: episodes.map(({ number, title }) => ({
              number,
              name: title,
              is_watched: true,
              watched_at: DAY,
            })),
          })),
        })),
      ),
  },
  'Kodi or Jellyfin': {
    nfo: (episodes) =>
      `<videodb><movie/>${episodes
        .map(
          ({ show, season, number, title }) =>
            `<episodedetails><title>${escaped(title)}</title><showtitle>${escaped(show)}</showtitle><season>${season}</season><episode>${number}</episode><playcount>1</playcount></episodedetails>`,
        )
        .join('\n')}</videodb>`,
  },
  'Jellyfin Playback Reporting': {
    tsv: (episodes) =>
      episodes
        .map((episode) => {
          const { show, season, number, title } = episode;
          const name = `${show} - s${String(season).padStart(2, '0')}e${String(number).padStart(2, '0')} - ${title}`;
          return `2024-02-01 20:00:00.0000000\tabc\tdef\tEpisode\t${name}\tDirectPlay\tWeb\tFirefox\t3000`;
        })
        .join('\n'),
  },
  Tautulli: {
    json: (episodes) =>
      JSON.stringify({
        response: {
          result: 'success',
          data: {
            recordsFiltered: episodes.length,
            data: episodes.map(({ show, season, number, title }) => ({
              date: 1_700_000_000,
              user: 'me',
              media_type: 'episode',
              grandparent_title: show,
              parent_media_index: season,
              media_index: number,
              title,
              watched_status: 1,
            })),
          },
        },
      }),
    csv: (episodes) =>
      table(
        'date,user,media_type,grandparent_title,parent_media_index,media_index,title,watched_status',
        episodes.map(({ show, season, number, title }) => [
          1_700_000_000,
          'me',
          'episode',
          show,
          season,
          number,
          title,
          1,
        ]),
      ),
  },
  Yamtrack: {
    csv: (episodes) =>
      table(
        'media_id,source,media_type,title,image,season_number,episode_number,score,status,notes,start_date,end_date,progress,created_at,progressed_at',
        episodes.map(({ show, season, number }) => [
          1,
          'tmdb',
          'episode',
          show,
          '',
          season,
          number,
          '',
          '',
          '',
          '',
          '2024-02-01',
          '',
          '',
          '',
        ]),
      ),
  },
  Ryot: {
    json: (episodes) =>
      JSON.stringify(
        [...byShow(episodes)].map(([title, episodes]) => ({
          lot: 'show',
          source: 'tmdb',
          identifier: '1',
          source_id: title,
          seen_history: episodes.map(({ season, number }) => ({
            show_season_number: season,
            show_episode_number: number,
            ended_on: '2024-02-01',
          })),
        })),
      ),
  },
  MyAnimeList: {
    xml: (episodes) =>
      `<?xml version="1.0" encoding="UTF-8" ?>\n<myanimelist><myinfo/>${[...byShow(episodes)]
        .map(
          ([title, { length }]) =>
            `<anime><series_title><![CDATA[${title}]]></series_title><my_watched_episodes>${length}</my_watched_episodes></anime>`,
        )
        .join('')}</myanimelist>`,
  },
  AniList: {
    json: (episodes) =>
      JSON.stringify({
        lists: [
          {
            name: 'Watching',
            entries: [...byShow(episodes)].map(([english, { length }]) => ({
              media: { title: { english } },
              progress: length,
              status: 'CURRENT',
            })),
          },
        ],
      }),
  },
  'table of episodes': {
    csv: (episodes) =>
      table(
        'show,season,episode,title',
        episodes.map(({ show, season, number, title }) => [show, season, number, title]),
      ),
  },
  'list of episodes': {
    text: (episodes) => episodes.map((episode) => `${episode.show} ${code(episode)}`).join('\n'),
  },
};

/** Formats that have only the number of episodes, or only the last one. */
export const COUNTING = new Set(['MyAnimeList', 'AniList']);
