import { SaxesParser } from 'saxes';
import { type History, history, moment, showName, type WatchedRow, wholeNumber } from './row.ts';
import { DamagedHistory, type Source } from './source.ts';

/** No value of an `.nfo` that is wanted is longer; a plot may be, and is not kept. */
const MAX_VALUE = 1000;
/** A library's export goes six deep. */
const MAX_DEPTH = 64;
/** A file with more mistakes is no XML at all. */
const MAX_MISTAKES = 1000;

/** What a media centre's files are made of. */
const ROOTS = new Set(['episodedetails', 'tvshow', 'videodb', 'movie']);

/**
 * The `.nfo` of Kodi and Jellyfin: one episode, several in a row, or the export of a whole library. An
 * episode counts if it was played. Entities that a file defines itself are not expanded.
 *
 * @throws {DamagedHistory}
 */
export function readNfo(source: Source): History | undefined {
  if (!source.isXml) return undefined;
  const rows: WatchedRow[] = [];
  let [leftOut, isOurs] = [0, false];
  let episode: Map<string, string> | undefined;
  let show: string | undefined;
  const path: string[] = [];
  let value = '';

  // a fragment may have several roots, and an address behind them, as Kodi's files do
  const parser = new SaxesParser({ fragment: true });
  // what is wrong in one place leaves the rest as it is
  let mistakes = 0;
  parser.on('error', () => {
    if (++mistakes > MAX_MISTAKES) throw new DamagedHistory();
  });
  parser.on('opentag', ({ name, isSelfClosing }) => {
    if (ROOTS.has(name)) isOurs = true;
    if (name === 'episodedetails') episode = new Map();
    if (isSelfClosing) return;
    if (path.push(name) > MAX_DEPTH) throw new DamagedHistory();
    value = '';
  });
  parser.on('text', (text) => {
    if (value.length < MAX_VALUE) value += text;
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    if (isSelfClosing) return;
    path.pop();
    const parent = path.at(-1);
    if (name === 'title' && parent === 'tvshow') show = value.trim();
    if (name === 'tvshow') show = undefined;
    if (parent === 'episodedetails' && episode && !episode.has(name))
      episode.set(name, value.trim());
    if (name === 'episodedetails' && episode) {
      const row = watchedRow(episode, show);
      if (row) rows.push(row);
      else leftOut++;
      episode = undefined;
    }
    value = '';
  });
  parser.write(source.text).close();
  return isOurs ? history({ rows, leftOut }) : undefined;
}

function watchedRow(
  episode: ReadonlyMap<string, string>,
  tvshow: string | undefined,
): WatchedRow | undefined {
  const season = wholeNumber(episode.get('season'));
  const number = wholeNumber(episode.get('episode'));
  const watched = episode.get('watched');
  const isPlayed = (wholeNumber(episode.get('playcount')) ?? 0) > 0 && watched !== 'false';
  if (season === undefined || number === undefined || !(isPlayed || watched === 'true')) {
    return undefined;
  }
  const show = episode.get('showtitle') || tvshow;
  return {
    kind: 'numbered',
    show: show ? showName(show) : null,
    season,
    number,
    title: episode.get('title') || null,
    when: moment(episode.get('lastplayed')),
  };
}
