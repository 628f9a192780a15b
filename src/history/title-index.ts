import { type Show, showNamesOf } from '../gated/show.ts';
import { type EpisodeCode, seasonAndNumber } from '../model/episode.ts';
import { foldName } from '../text/fold.ts';
import { isOnlySeason, readSeason, readSequel } from './season.ts';

/** A season named by a part of a title. */
interface NamedSeason {
  readonly number: number;
  /** Whether episode numbers count in it. */
  readonly isCounted: boolean;
}

/** A show in the library, with its episodes and seasons by name. */
export class TitleIndex {
  readonly show: Show;
  /** Its titles, folded. */
  readonly names: ReadonlySet<string>;
  /** Its seasons that have their own name, by that name. */
  readonly seasons: ReadonlyMap<string, number>;
  /** All its episodes except specials are in season 1. */
  readonly hasOneSeason: boolean;
  readonly #codes = new Map<string, Set<EpisodeCode>>();

  constructor(show: Show) {
    const { titles, episodes, seasons: seasonNames } = showNamesOf(show);
    this.show = show;
    this.names = new Set(titles.map(foldName).filter((name) => name !== ''));
    this.seasons = new Map(
      [...seasonNames].flatMap(([number, names]) => names.map((name) => [foldName(name), number])),
    );
    for (const [code, names] of episodes) {
      for (const name of names.map(foldName)) {
        if (name !== '') this.#codes.set(name, (this.#codes.get(name) ?? new Set()).add(code));
      }
    }
    const seasons = new Set(show.episodes.map(({ code }) => seasonAndNumber(code)[0]));
    seasons.delete(0);
    this.hasOneSeason = seasons.size === 1 && seasons.has(1);
  }

  /** The episodes with that title. @param season `null` for any */
  titled(title: string, season: number | null = null): EpisodeCode[] {
    return [...(this.#codes.get(foldName(title)) ?? [])].filter((code) => {
      return season === null || seasonAndNumber(code)[0] === season;
    });
  }

  /**
   * The season named by a part of a title: by its own name, by a word and a number, or by the show's name and a number
   * (`Stranger Things 3`, `Sword Art Online II`).
   */
  season(part: string): NamedSeason | undefined {
    const own = this.seasons.get(foldName(part));
    if (own !== undefined) return { number: own, isCounted: true };
    if (this.hasOneSeason && isOnlySeason(part)) return { number: 1, isCounted: true };
    const read = readSeason(part);
    if (read) return { number: read.number, isCounted: !read.isHalf };
    const [, name = '', last = ''] = /^(.*\S)\s+(\S+)$/s.exec(part.trim()) ?? [];
    const sequel = this.names.has(foldName(name)) ? readSequel(last) : undefined;
    return sequel === undefined ? undefined : { number: sequel, isCounted: true };
  }
}
