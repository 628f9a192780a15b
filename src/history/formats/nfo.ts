import { type Entry, moment, showName, wholeNumber } from '../entry.ts';
import type { HistoryFormat, Reader, Receiver, XmlElement } from '../format.ts';

/**
 * The `.nfo` of Kodi and Jellyfin: one episode, several in a row, or the export of a whole library. An
 * episode counts if it was played.
 */
export const nfo: HistoryFormat = {
  name: 'Kodi or Jellyfin',
  service: 'Kodi',
  howToGet:
    'The folder with the episodes and their `.nfo` files, or the export of the library as one file',
  readings: [
    {
      kind: 'xml',
      elements: ['episodedetails', 'tvshow', 'videodb', 'movie'],
      open: (to) => new NfoElements(to),
    },
  ],
};

class NfoElements implements Reader<XmlElement> {
  readonly #to: Receiver;
  #episode = new Map<string, string>();
  #show: string | undefined;

  constructor(to: Receiver) {
    this.#to = to;
  }

  read({ name, text, parents }: XmlElement): void {
    const parent = parents.at(-1);
    if (name === 'title' && parent === 'tvshow') this.#show = text;
    if (name === 'tvshow') this.#show = undefined;
    if (parent === 'episodedetails' && !this.#episode.has(name)) this.#episode.set(name, text);
    if (name !== 'episodedetails') return;
    this.#to.add(entryOf(this.#episode, this.#show));
    this.#episode = new Map();
  }
}

function entryOf(episode: ReadonlyMap<string, string>, tvshow: string | undefined): Entry {
  const season = wholeNumber(episode.get('season'));
  const number = wholeNumber(episode.get('episode'));
  const watched = episode.get('watched');
  const isPlayed = (wholeNumber(episode.get('playcount')) ?? 0) > 0 && watched !== 'false';
  if (season === undefined || number === undefined || !(isPlayed || watched === 'true')) {
    return { kind: 'left-out' };
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
