import type { Show } from '../gated/show.ts';
import { type EpisodeCode, episodeCode, seasonAndNumber } from '../model/episode.ts';
import { foldName } from '../text/fold.ts';
import { memoized } from '../text/memoized.ts';
import { type Entry, MAX_TITLE, type ShowName, showName } from './entry.ts';
import { nameVariants } from './name-variants.ts';
import { isOnlySeason, readSeason } from './season.ts';
import { TitleIndex } from './title-index.ts';
import { episodesNamed, episodesOfSeason, partings } from './titled-episode.ts';

/** A history repeats a show's name with every episode. */
const MOST_NAMES = 10_000;

/** What an entry of a history means in a library. */
export type Match =
  | {
      readonly kind: 'episode';
      readonly show: Show;
      readonly code: EpisodeCode;
      /** The history's name for it, with a country that the library's show lacks: it may be another show. */
      readonly namesake?: string;
    }
  /** The show is known, but the episode is unknown or ambiguous. */
  | { readonly kind: 'unclear'; readonly show: Show; readonly namesake?: string }
  /** A film, or a show that is not in the library, if the entry says which. */
  | { readonly kind: 'elsewhere'; readonly show: ShowName | null };

/** The shows and seasons with a name. */
interface Called {
  readonly shows: readonly TitleIndex[];
  readonly seasons: readonly { readonly index: TitleIndex; readonly season: number }[];
}

/**
 * Finds the episodes of a library in a history. Titles are compared folded and whole, never by similarity. An entry
 * that is ambiguous or contradicts itself matches nothing.
 */
export class Matcher {
  readonly #byTitle = new Map<string, TitleIndex[]>();
  readonly #bySlug = new Map<string, TitleIndex[]>();
  readonly #bySeason = new Map<string, TitleIndex[]>();
  readonly #unnamed: TitleIndex | undefined;
  readonly #names = memoized((name) => this.#showsCalled(name), MOST_NAMES);

  /** @param unnamed the show that entries without one belong to */
  constructor(shows: readonly Show[], unnamed?: Show) {
    for (const show of shows) {
      const index = new TitleIndex(show);
      for (const name of index.names) add(this.#byTitle, name, index);
      for (const name of index.seasons.keys()) add(this.#bySeason, name, index);
      add(this.#bySlug, foldName(show.slug), index);
      if (show === unnamed) this.#unnamed = index;
    }
  }

  /** Matches a watched episode. */
  match(entry: Extract<Entry, { kind: 'numbered' | 'titled' | 'show' }>): Match {
    if (entry.kind === 'numbered') return this.#numbered(entry);
    if (entry.kind === 'show') return this.#unplaced(entry.show);
    return this.#titled(entry.text);
  }

  /** The last of so many episodes, counted from the first one of the show, or of the season of that name. */
  matchCount(name: ShowName, episodes: number): Match {
    const found = this.#named(name);
    const [index] = found.indexes;
    const season = index ? undefined : this.#seasonNamed(name);
    const of = index ?? season?.index;
    if (!of) return { kind: 'elsewhere', show: name };
    const { show } = of;
    const codes = show.order.codes.filter((code) => {
      const [number] = seasonAndNumber(code);
      return season ? number === season.number : number > 0;
    });
    const code = show.order.isListed ? codes[episodes - 1] : episodeCode(1, episodes);
    if (found.indexes.length > 1 || !code) return { kind: 'unclear', show };
    return { kind: 'episode', show, code };
  }

  /** The only show with that name; `undefined` if there is none, or several. */
  showOf(name: ShowName): Show | undefined {
    const { indexes } = this.#named(name);
    return indexes.length === 1 ? indexes[0]?.show : undefined;
  }

  /** Whether a title starts like that of a show in the library. */
  isOfLibrary(text: string): boolean {
    if (text.length > MAX_TITLE) return false;
    return partings(text).some(([name, rest]) => {
      const { shows, seasons } = this.#called(name, rest);
      return shows.length > 0 || seasons.length > 0;
    });
  }

  #numbered(entry: Extract<Entry, { kind: 'numbered' }>): Match {
    if (!entry.show && !this.#unnamed) return { kind: 'elsewhere', show: null };
    const named = entry.show ? this.#named(entry.show) : { indexes: [], namesake: undefined };
    const indexes = entry.show ? named.indexes : this.#unnamed ? [this.#unnamed] : [];
    const [index] = indexes;
    if (!index) return { kind: 'elsewhere', show: entry.show };
    const { show } = index;
    const namesake = named.namesake === undefined ? {} : { namesake: named.namesake };
    const code = episodeCode(entry.season, entry.number);
    // the number is counted differently if the title is another episode's
    const titled = index.titled(entry.title ?? '');
    const isOther = titled.length > 0 && !titled.includes(code);
    if (indexes.length > 1 || isOther || !show.order.knows(code)) {
      return { kind: 'unclear', show, ...namesake };
    }
    return { kind: 'episode', show, code, ...namesake };
  }

  #unplaced(name: ShowName): Match {
    const [index] = this.#named(name).indexes;
    if (!index) return { kind: 'elsewhere', show: name };
    return { kind: 'unclear', show: index.show };
  }

  /** The shows with that name; a remake has the same name and another year. */
  #named(name: ShowName): { indexes: TitleIndex[]; namesake: string | undefined } {
    for (const { title, country } of nameVariants(name)) {
      const folded = foldName(title);
      const found =
        this.#byTitle.get(folded) ?? (name.maySlug ? this.#bySlug.get(folded) : undefined) ?? [];
      const indexes = found.filter(({ show }) => {
        return name.year === null || show.year === null || Math.abs(show.year - name.year) <= 1;
      });
      const namesake = country === undefined ? undefined : `${folded} ${country}`;
      if (indexes.length > 0) return { indexes, namesake };
    }
    return { indexes: [], namesake: undefined };
  }

  #seasonNamed(name: ShowName): { index: TitleIndex; number: number } | undefined {
    for (const title of [name.title, ...(name.aka ?? [])].map(foldName)) {
      const [index, ...others] = this.#bySeason.get(title) ?? [];
      const number = index?.seasons.get(title);
      if (index && number !== undefined && others.length === 0) return { index, number };
    }
    return undefined;
  }

  /** Every way to split `Show: Season 1: Title`; names of shows and episodes may contain colons. */
  #titled(text: string): Match {
    if (text.length > MAX_TITLE) return { kind: 'elsewhere', show: null };
    const found = new Map<string, Match>();
    let unclear: Show | undefined;
    for (const [name, rest] of partings(text)) {
      const { shows, seasons } = this.#called(name, rest);
      for (const { index, season } of [
        ...shows.map((index) => ({ index, season: null })),
        ...seasons,
      ]) {
        const { show } = index;
        unclear = show;
        const codes =
          season === null
            ? this.#episodesNamed(index, rest)
            : episodesOfSeason(index, rest, { number: season, isCounted: true });
        for (const code of codes)
          found.set(`${show.slug} ${code}`, { kind: 'episode', show, code });
        // a film or another show with that name may be meant
        const isOpen = rest === '' || (codes.length === 0 && shows.length > 1);
        if (isOpen) found.set(`${show.slug} ?`, { kind: 'unclear', show });
      }
    }
    const [match] = found.values();
    if (match && found.size === 1) return match;
    if (unclear) return { kind: 'unclear', show: unclear };
    return { kind: 'elsewhere', show: showBeforeSeason(text) };
  }

  /** Whole titles rarely repeat, but a show's name repeats with every episode. */
  #called(name: string, rest: string): Called {
    return rest === '' ? this.#showsCalled(name) : this.#names(name);
  }

  #showsCalled(name: string): Called {
    const folded = foldName(name);
    const shows = this.#byTitle.get(folded) ?? this.#showsOfYear(name);
    const seasons = (this.#bySeason.get(folded) ?? []).flatMap((index) => {
      const season = index.seasons.get(folded);
      return season === undefined || index.names.has(folded) ? [] : [{ index, season }];
    });
    return { shows, seasons };
  }

  /** `The Flash (2014)`, where the library has the year separately. */
  #showsOfYear(name: string): readonly TitleIndex[] {
    const { title, year } = showName(name);
    if (year === null) return [];
    return (this.#byTitle.get(foldName(title)) ?? []).filter(({ show }) => show.year === year);
  }

  /** A part that is another show's title starts a spin-off, whatever else it looks like. */
  #episodesNamed(index: TitleIndex, rest: string): EpisodeCode[] {
    if (rest === '') return [];
    const isSpinOff = partings(rest).some(([part, title]) => {
      const others = this.#byTitle.get(foldName(part)) ?? [];
      return title !== '' && others.some((other) => other !== index);
    });
    return isSpinOff ? [] : [...episodesNamed(index, rest)];
  }
}

/** What comes before a season's name. */
function showBeforeSeason(text: string): ShowName | null {
  const parts = text.split(/[:：]\s*/);
  const at = parts.findIndex((part) => readSeason(part) || isOnlySeason(part));
  return at > 0 ? showName(parts.slice(0, at).join(': ')) : null;
}

function add(index: Map<string, TitleIndex[]>, name: string, found: TitleIndex): void {
  if (name === '') return;
  const known = index.get(name);
  if (known) known.push(found);
  else index.set(name, [found]);
}
