import type { HistoryFormat, OtherRecord } from './format.ts';
import { aniList } from './formats/ani-list.ts';
import { disneyPlus } from './formats/disney-plus.ts';
import { episodeCodes } from './formats/episode-codes.ts';
import { imdb } from './formats/imdb.ts';
import { jellyfinPlayback } from './formats/jellyfin-playback.ts';
import { letterboxd } from './formats/letterboxd.ts';
import { myAnimeList } from './formats/my-anime-list.ts';
import { netflixActivity } from './formats/netflix-activity.ts';
import { netflixHistory } from './formats/netflix-history.ts';
import { nfo } from './formats/nfo.ts';
import { ownTable } from './formats/own-table.ts';
import { primeVideo } from './formats/prime-video.ts';
import { ryot } from './formats/ryot.ts';
import { simkl } from './formats/simkl.ts';
import { tautulli } from './formats/tautulli.ts';
import { trakt } from './formats/trakt.ts';
import { tvTime } from './formats/tv-time.ts';
import { yamtrack } from './formats/yamtrack.ts';
import { youtube } from './formats/youtube.ts';

/** The watch histories that recap reads, in the order of help and docs. The first match is a file's format. */
export const HISTORY_FORMATS: readonly HistoryFormat[] = [
  netflixHistory,
  netflixActivity,
  primeVideo,
  disneyPlus,
  trakt,
  simkl,
  tvTime,
  nfo,
  jellyfinPlayback,
  tautulli,
  yamtrack,
  ryot,
  myAnimeList,
  aniList,
  ownTable,
  episodeCodes,
];

/** Files that people try to import although they contain no watched episodes. */
export const OTHER_RECORDS: readonly OtherRecord[] = [letterboxd, imdb, youtube];
