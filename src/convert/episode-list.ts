import { type Show, showNamesOf } from '../gated/show.ts';
import { type EpisodeCode, episodeCode, type Gate, seasonAndNumber } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';
import { foldName } from '../text/fold.ts';
import type { EpisodeName } from './episode-names.ts';

/** What is known about the show that a text is about. */
export interface SubjectShow {
  /** Its titles in all known languages. */
  readonly titles: readonly string[];
  readonly order: ViewingOrder;
  /** The titles of each episode. */
  readonly episodes: ReadonlyMap<EpisodeCode, readonly string[]>;
  /** The air date of the last listed episode of a running show; `null` if unknown. */
  readonly runningSince?: string | null | undefined;
}

/** What a conversion may know about a show in the library: its order, and the names of the show and its episodes. */
export function subjectOf(show: Show): SubjectShow {
  const { titles, episodes } = showNamesOf(show);
  const runningSince =
    show.status === 'running' ? (show.episodes.at(-1)?.aired ?? null) : undefined;
  return { titles, episodes, order: show.order, runningSince };
}

/** The episodes that a name can mean. */
export interface Meaning {
  /** The latest of them; `null` if the show lists none of them, so that it is later than the list. */
  readonly latest: Gate;
  /** It cannot mean any other episode. */
  readonly isSure: boolean;
  /** The season that it names or belongs to, if certain. */
  readonly season: number | undefined;
  /** It is a whole season. */
  readonly isSeason: boolean;
}

/** The episodes of a show, to resolve the names that a page uses. */
export class EpisodeList {
  readonly show: SubjectShow | undefined;
  readonly #order: ViewingOrder | undefined;
  readonly #isLastKnown: boolean;
  readonly #seasons = new Map<number, EpisodeCode[]>();
  readonly #titles = new Map<string, EpisodeCode[]>();

  /** @param published the date of the text about the show, `YYYY-MM-DD` */
  constructor(show: SubjectShow | undefined, published?: string) {
    this.show = show;
    const since = show?.runningSince;
    this.#isLastKnown =
      since === undefined || (since !== null && published !== undefined && published <= since);
    this.#order = show?.order;
    for (const code of show?.order.codes ?? []) {
      const [season] = seasonAndNumber(code);
      if (season > 0) this.#seasons.set(season, [...(this.#seasons.get(season) ?? []), code]);
    }
    for (const [code, titles] of show?.episodes ?? []) {
      for (const title of titles) {
        const key = foldedTitle(title);
        if (key !== '') this.#titles.set(key, [...(this.#titles.get(key) ?? []), code]);
      }
    }
  }

  get isListed(): boolean {
    return this.#order?.isListed ?? false;
  }

  /**
   * The episode after which the whole text may be known: the last one in the list. `null` if the show has no list, or
   * is still running and the text may be newer than its last episode.
   */
  get last(): Gate {
    return this.#isLastKnown ? (this.#order?.last ?? null) : null;
  }

  /** The later of two gates. Without a list, an unknown gate is later than any episode. */
  later(a: Gate, b: Gate): Gate {
    if (a === null || b === null) return null;
    if (!this.#order) return compareCodes(a, b) >= 0 ? a : b;
    return this.#order.later(a, b);
  }

  isLater(a: Gate, b: Gate): boolean {
    return a !== b && this.later(a, b) === a;
  }

  knows(code: EpisodeCode): boolean {
    return this.#order?.knows(code) ?? true;
  }

  /** The show's only season; `undefined` if it has several or none is listed. */
  get onlySeason(): number | undefined {
    const [first, ...others] = this.#seasons.keys();
    return others.length === 0 ? first : undefined;
  }

  /** The episodes with a title, in any of the list's languages. */
  titled(title: string): readonly EpisodeCode[] {
    return this.#titles.get(foldedTitle(title)) ?? [];
  }

  /** The position of an episode in the list, from 1. */
  positionOf(code: EpisodeCode): number | undefined {
    const index = this.#order?.codes.indexOf(code) ?? -1;
    return index === -1 ? undefined : index + 1;
  }

  /** All titles of episodes, folded. */
  get titles(): Iterable<[title: string, codes: readonly EpisodeCode[]]> {
    return this.#titles;
  }

  /**
   * What a name can mean.
   *
   * @param around the season of the surrounding text, for a number without a season
   */
  meaning(name: EpisodeName, around: number | undefined): Meaning {
    const season = name.season ?? around ?? this.onlySeason;
    if (name.number === undefined) return this.#season(name.season);
    if (name.isVague) return this.#vague(season);
    if (name.number === 'last') {
      const isSure = name.season !== undefined || this.onlySeason !== undefined;
      const last = isSure ? (this.lastOf(season) ?? null) : this.last;
      return {
        latest: last,
        isSure: isSure && last !== null,
        season: isSure ? season : undefined,
        isSeason: false,
      };
    }
    const number = name.number === 'first' ? 1 : name.number;
    if (season === undefined) return this.#unplaced(number);
    const code = episodeCode(season, number);
    // a code that is not in the list is later than the list, or counted differently
    const isSure = this.knows(code) && (this.isListed || name.season !== undefined);
    if (isSure || name.season !== undefined)
      return { latest: code, isSure, season, isSeason: false };
    return this.#unplaced(number);
  }

  #season(season: number | undefined): Meaning {
    const last = this.lastOf(season);
    return { latest: last ?? null, isSure: last !== undefined, season, isSeason: true };
  }

  /** A part of a season or an episode: the whole season, or else the whole show. */
  #vague(season: number | undefined): Meaning {
    const latest = this.lastOf(season) ?? this.last;
    return { latest, isSure: false, season, isSeason: false };
  }

  /** A number without a season: in any season, or counted across the whole show. */
  #unplaced(number: number): Meaning {
    const through = [...this.#seasons.values()].flat()[number - 1];
    const codes = [...this.#seasons.keys()].map((season) => episodeCode(season, number));
    const known = [...codes, ...(through ? [through] : [])].filter((code) =>
      this.#order?.knows(code),
    );
    const [first, ...others] = known;
    const latest = others.reduce<Gate>(
      (late, code) => (late === null || this.isLater(code, late) ? code : late),
      first ?? null,
    );
    return { latest, isSure: false, season: undefined, isSeason: false };
  }

  /** The last episode of a season; `undefined` if none of it is listed. */
  lastOf(season: number | undefined): EpisodeCode | undefined {
    return season === undefined ? undefined : this.#seasons.get(season)?.at(-1);
  }
}

/** The form of a title used for comparison: letters and digits only, without accents and a leading article. */
export function foldedTitle(title: string): string {
  return foldName(title.replace(/&/g, ' and ').replace(/['’]/g, '')).replace(ARTICLE, '');
}

const ARTICLE = /^(?:the|a|an|der|die|das|le|la|les|el|los|las|il|lo|o|os) (?=.)/;

function compareCodes(a: EpisodeCode, b: EpisodeCode): number {
  const [seasonA, numberA] = seasonAndNumber(a);
  const [seasonB, numberB] = seasonAndNumber(b);
  return seasonA - seasonB || numberA - numberB;
}
