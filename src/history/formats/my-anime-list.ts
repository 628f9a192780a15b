import { showName, wholeNumber } from '../entry.ts';
import type { HistoryFormat, Reader, Receiver, XmlElement } from '../format.ts';

/** MyAnimeList's export, also written by other services. It says how many episodes were watched, not which. */
export const myAnimeList: HistoryFormat = {
  name: 'MyAnimeList',
  service: 'MyAnimeList',
  howToGet:
    'Profile, Export, "Anime List": the `.xml.gz`. It has only the number of episodes, so recap asks about them',
  readings: [{ kind: 'xml', elements: ['myanimelist'], open: (to) => new AnimeElements(to) }],
};

class AnimeElements implements Reader<XmlElement> {
  readonly #to: Receiver;
  #anime = new Map<string, string>();

  constructor(to: Receiver) {
    this.#to = to;
  }

  read({ name, text, parents }: XmlElement): void {
    const parent = parents.at(-1);
    if (parent === 'anime') this.#anime.set(name, text);
    if (name !== 'anime' && name !== 'manga') return;
    const episodes = wholeNumber(this.#anime.get('my_watched_episodes')) ?? 0;
    const title = this.#anime.get('series_title') ?? '';
    const isFilm = /^movie$/i.test(this.#anime.get('series_type') ?? '');
    if (name === 'manga' || isFilm || episodes === 0 || title === '') {
      this.#to.add({ kind: 'left-out' });
    } else this.#to.add({ kind: 'count', show: showName(title), episodes });
    this.#anime = new Map();
  }
}
