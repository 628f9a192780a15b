import type { Show } from '../gated/show.ts';
import { foldName } from '../text/fold.ts';
import { type Entry, latest, type ShowName } from './entry.ts';
import type { Matcher } from './match.ts';
import { ShowCount, type ShowTally } from './show-count.ts';

/** A show in the histories that is not in the library. */
export interface OtherShow {
  readonly name: ShowName;
  /** When it was last watched; `null` if no file says. */
  readonly when: number | null;
}

/** The result of histories, in numbers and only for the shows in the library. */
export interface Tally {
  /** In the order of their first entry. */
  readonly shows: readonly ShowTally[];
  readonly entries: number;
  readonly episodes: number;
  readonly unclear: number;
  readonly leftOut: number;
  /** Entries for films and for shows that are not in the library. */
  readonly elsewhere: number;
  /** Those shows, as far as entries name them. */
  readonly otherShows: readonly OtherShow[];
  /** Those of `elsewhere` that are episodes in a list without a show. */
  readonly nameless: number;
}

/** More shows than anybody watches. Beyond it, new ones are ignored. */
const MAX_OTHERS = 50_000;

/** Counts the entries of histories. An episode is watched if any of them has it. */
export class Tallying {
  readonly #matcher: Matcher;
  readonly #shows = new Map<Show, ShowCount>();
  /** By their names as written. */
  readonly #others = new Map<string, { readonly name: ShowName; when: number | null }>();
  #entries = 0;
  #leftOut = 0;
  #elsewhere = 0;
  #nameless = 0;

  constructor(matcher: Matcher) {
    this.#matcher = matcher;
  }

  add(entry: Entry): void {
    if (entry.kind === 'rewatch') {
      const show = this.#matcher.showOf(entry.show);
      if (show) this.#of(show).addRewatch(entry.since);
    } else if (entry.kind === 'left-out') {
      this.#entries += entry.count ?? 1;
      this.#leftOut += entry.count ?? 1;
    } else {
      this.#entries++;
      if (entry.kind === 'count') this.#addCount(entry);
      else this.#addWatched(entry);
    }
  }

  /** Adds the counts of another tally of the same library. */
  merge(other: Tallying): void {
    this.#entries += other.#entries;
    this.#leftOut += other.#leftOut;
    this.#elsewhere += other.#elsewhere;
    this.#nameless += other.#nameless;
    for (const { name, when } of other.#others.values()) this.#addOther(name, when);
    for (const [show, count] of other.#shows) this.#of(show).merge(count);
  }

  get result(): Tally {
    const shows = [...this.#shows.values()].map(({ tally }) => tally);
    return {
      shows,
      entries: this.#entries,
      episodes: shows.reduce((sum, { matched }) => sum + matched, 0),
      unclear: shows.reduce((sum, { unclear }) => sum + unclear, 0),
      leftOut: this.#leftOut,
      elsewhere: this.#elsewhere,
      nameless: this.#nameless,
      otherShows: this.#otherShows(),
    };
  }

  /** Each show once, whatever the spelling of its name. */
  #otherShows(): OtherShow[] {
    const shows = new Map<string, OtherShow>();
    for (const { name, when } of this.#others.values()) {
      const key = `${foldName(name.title)} ${name.year ?? ''}`;
      const known = shows.get(key);
      shows.set(key, known ? { ...known, when: latest(known.when, when) } : { name, when });
    }
    return [...shows.values()];
  }

  #addCount({ show: name, episodes }: Extract<Entry, { kind: 'count' }>): void {
    const match = this.#matcher.matchCount(name, episodes);
    if (match.kind === 'episode') this.#of(match.show).addCounted(match.code);
    else if (match.kind === 'unclear') this.#of(match.show).addUnclear();
    else this.#addElsewhere(match.show, null);
  }

  #addWatched(entry: Extract<Entry, { kind: 'numbered' | 'titled' | 'show' }>): void {
    const match = this.#matcher.match(entry);
    if (match.kind === 'elsewhere') {
      if (entry.kind === 'numbered' && entry.show === null) this.#nameless++;
      this.#addElsewhere(match.show, entry.when);
      return;
    }
    const count = this.#of(match.show);
    const code = match.kind === 'episode' ? match.code : null;
    if (match.namesake !== undefined) count.addNamesake(match.namesake, code, entry.when);
    else if (entry.kind === 'show') count.addBare();
    else if (code === null) count.addUnclear();
    else count.addEpisode(code, entry.when);
  }

  #addElsewhere(name: ShowName | null, when: number | null): void {
    this.#elsewhere++;
    if (name) this.#addOther(name, when);
  }

  #addOther(name: ShowName, when: number | null): void {
    const key = `${name.title} ${name.year ?? ''}`;
    const known = this.#others.get(key);
    if (known) known.when = latest(known.when, when);
    else if (this.#others.size < MAX_OTHERS) this.#others.set(key, { name, when });
  }

  #of(show: Show): ShowCount {
    const known = this.#shows.get(show);
    if (known) return known;
    const count = new ShowCount(show);
    this.#shows.set(show, count);
    return count;
  }
}
