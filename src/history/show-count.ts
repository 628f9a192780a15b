import type { Show } from '../gated/show.ts';
import type { EpisodeCode } from '../model/episode.ts';
import { latest } from './entry.ts';
import type { Watched } from './propose.ts';

/** What histories say about a show in the library. */
export interface ShowTally extends Watched {
  readonly show: Show;
  /** Its entries whose episode is unclear. */
  readonly unclear: number;
  /** A file lists it as watched without naming episodes. */
  readonly isBare: boolean;
}

/** Entries that name the show with a country that the library does not give: they may be another show's. */
interface NamesakeCount {
  readonly episodes: Map<EpisodeCode, number | null>;
  entries: number;
  /** One of them is not an episode of the library's show, so none of them counts. */
  isOther: boolean;
}

/** Counts the entries of one show. */
export class ShowCount {
  readonly show: Show;
  readonly #episodes = new Map<EpisodeCode, number | null>();
  readonly #namesakes = new Map<string, NamesakeCount>();
  #since: number | null = null;
  #counted: EpisodeCode | null = null;
  #matched = 0;
  #unclear = 0;
  #isBare = false;

  constructor(show: Show) {
    this.show = show;
  }

  addEpisode(code: EpisodeCode, when: number | null): void {
    this.#matched++;
    addLatest(this.#episodes, code, when);
  }

  addUnclear(): void {
    this.#unclear++;
  }

  /** It was watched, but the file does not say which episodes. */
  addBare(): void {
    this.#unclear++;
    this.#isBare = true;
  }

  /** @param code `null` if the entry is not an episode of this show */
  addNamesake(name: string, code: EpisodeCode | null, when: number | null): void {
    const count = this.#namesake(name);
    count.entries++;
    if (code === null) count.isOther = true;
    else addLatest(count.episodes, code, when);
  }

  /** The count of watched episodes reaches up to this one. */
  addCounted(code: EpisodeCode): void {
    this.#unclear++;
    if (this.#counted === null || this.show.order.compare(this.#counted, code) < 0) {
      this.#counted = code;
    }
  }

  addRewatch(since: number): void {
    this.#since = latest(this.#since, since);
  }

  merge(other: ShowCount): void {
    for (const [code, when] of other.#episodes) addLatest(this.#episodes, code, when);
    for (const [name, { episodes, entries, isOther }] of other.#namesakes) {
      const count = this.#namesake(name);
      for (const [code, when] of episodes) addLatest(count.episodes, code, when);
      count.entries += entries;
      count.isOther ||= isOther;
    }
    const unclear = this.#unclear + other.#unclear;
    if (other.#counted !== null) this.addCounted(other.#counted);
    if (other.#since !== null) this.addRewatch(other.#since);
    this.#matched += other.#matched;
    this.#unclear = unclear;
    this.#isBare ||= other.#isBare;
  }

  /** The result of the entries, and how many of them are episodes of the show. */
  get tally(): ShowTally & { readonly matched: number } {
    const episodes = new Map(this.#episodes);
    let [matched, unclear] = [this.#matched, this.#unclear];
    for (const namesake of this.#namesakes.values()) {
      if (namesake.isOther) unclear += namesake.entries;
      else {
        matched += namesake.entries;
        for (const [code, when] of namesake.episodes) addLatest(episodes, code, when);
      }
    }
    return {
      show: this.show,
      episodes,
      since: this.#since,
      counted: this.#counted,
      isBare: this.#isBare,
      matched,
      unclear,
    };
  }

  #namesake(name: string): NamesakeCount {
    const known = this.#namesakes.get(name);
    if (known) return known;
    const count = { episodes: new Map(), entries: 0, isOther: false };
    this.#namesakes.set(name, count);
    return count;
  }
}

function addLatest(
  episodes: Map<EpisodeCode, number | null>,
  code: EpisodeCode,
  when: number | null,
): void {
  episodes.set(code, latest(episodes.get(code) ?? null, when));
}
