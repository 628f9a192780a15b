import { type Show, showNamesOf } from '../gated/show.ts';
import { type EpisodeCode, episodeCode, seasonAndNumber } from '../model/episode.ts';
import { foldName } from '../text/fold.ts';
import { MAX_TITLE, type ShowName, type WatchedRow } from './row.ts';
import { isOnlySeason, readEpisodeNumber, readSeason } from './season.ts';

/** What a row of a history is in a library. */
export type Match =
  | { readonly kind: 'episode'; readonly show: Show; readonly code: EpisodeCode }
  /** The show is told, and the episode is not, or in two ways. */
  | { readonly kind: 'unclear'; readonly show: Show }
  /** A film, or a show that is not in the library, named as it is compared if it can be told. */
  | { readonly kind: 'elsewhere'; readonly show: string | null };

/** A show with its episodes by title. */
interface Listed {
  readonly show: Show;
  readonly byTitle: ReadonlyMap<string, ReadonlySet<EpisodeCode>>;
  /** All its episodes, specials left out, are of one season. */
  readonly hasOneSeason: boolean;
}

/**
 * Finds the episodes of a library in a history. Titles are compared folded and whole, never by likeness:
 * what could be two episodes, or contradicts itself, is none.
 */
export class Matcher {
  readonly #byTitle = new Map<string, Listed[]>();
  readonly #bySlug = new Map<string, Listed[]>();
  readonly #unnamed: Listed | undefined;
  readonly #titled = new Map<string, Match>();

  /** @param unnamed the show that rows without one belong to */
  constructor(shows: readonly Show[], unnamed?: Show) {
    for (const show of shows) {
      const listed = listedShow(show);
      const names = new Set(showNamesOf(show).titles.map(foldName));
      for (const name of names) add(this.#byTitle, name, listed);
      add(this.#bySlug, foldName(show.slug), listed);
      if (show === unnamed) this.#unnamed = listed;
    }
  }

  match(row: WatchedRow): Match {
    if (row.kind === 'numbered') return this.#numbered(row);
    const known = this.#titled.get(row.text);
    if (known) return known;
    const match = this.#readTitle(row.text);
    this.#titled.set(row.text, match);
    return match;
  }

  /** The one show of that name; `undefined` if there is none, or more. */
  showOf(name: ShowName): Show | undefined {
    const [listed, ...others] = this.#named(name);
    return others.length === 0 ? listed?.show : undefined;
  }

  #numbered(row: Extract<WatchedRow, { kind: 'numbered' }>): Match {
    const shows = row.show ? this.#named(row.show) : this.#unnamed ? [this.#unnamed] : [];
    const [listed] = shows;
    if (!listed) return { kind: 'elsewhere', show: row.show ? foldName(row.show.title) : null };
    const { show } = listed;
    const code = episodeCode(row.season, row.number);
    // the same number in another way of counting, if the title is that of another episode
    const titled = listed.byTitle.get(foldName(row.title ?? ''));
    const isOther = titled !== undefined && !titled.has(code);
    if (shows.length > 1 || isOther || !show.order.knows(code)) return { kind: 'unclear', show };
    return { kind: 'episode', show, code };
  }

  /** The shows of that name; a remake has the same name and another year. */
  #named({ title, year, maySlug }: ShowName): Listed[] {
    const name = foldName(title);
    const found = this.#byTitle.get(name) ?? (maySlug ? this.#bySlug.get(name) : undefined) ?? [];
    return found.filter(({ show }) => {
      return year === null || show.year === null || Math.abs(show.year - year) <= 1;
    });
  }

  /** Every way to part `Show: Season 1: Title`; shows and episodes may have colons in their names. */
  #readTitle(text: string): Match {
    if (text.length > MAX_TITLE) return { kind: 'elsewhere', show: null };
    const codes = new Map<string, Match>();
    let unclear: Listed | undefined;
    for (const [name, rest] of partings(text)) {
      for (const listed of this.#byTitle.get(foldName(name)) ?? []) {
        const { show } = listed;
        unclear = listed;
        const found = rest === '' ? new Set<EpisodeCode | null>([null]) : episodesOf(listed, rest);
        for (const code of found) {
          const match: Match = code ? { kind: 'episode', show, code } : { kind: 'unclear', show };
          codes.set(`${show.slug} ${code}`, match);
        }
        // the other show of that name may be the one that is meant
        if (found.size === 0 && (this.#byTitle.get(foldName(name))?.length ?? 0) > 1) {
          codes.set(`${show.slug} ?`, { kind: 'unclear', show });
        }
      }
    }
    const [match] = codes.values();
    if (match && codes.size === 1) return match;
    if (unclear) return { kind: 'unclear', show: unclear.show };
    return { kind: 'elsewhere', show: showBeforeSeason(text) };
  }
}

/** The episodes that may be meant by what stands behind a show's name. */
function episodesOf({ show, byTitle, hasOneSeason }: Listed, rest: string): Set<EpisodeCode> {
  const found = new Set<EpisodeCode>();
  const ofSeason = (title: string, season: number | null) => {
    return [...(byTitle.get(foldName(title)) ?? [])].filter((code) => {
      return season === null || seasonAndNumber(code)[0] === season;
    });
  };
  const addTitled = (title: string, season: number | null, isSure: boolean) => {
    for (const code of ofSeason(title, season)) found.add(code);
    // `Title (Episode 3)`, `Episode 3`
    const behind = /^(.*)[(（]([^()（）]+)[)）]$/.exec(title);
    const number = readEpisodeNumber(behind?.[2] ?? title);
    if (number === undefined || !isSure) return;
    const code = episodeCode(season ?? 1, number);
    if (behind) for (const other of ofSeason(behind[1] ?? '', season)) found.add(other);
    if (show.order.knows(code)) found.add(code);
  };
  addTitled(rest, null, hasOneSeason);
  for (const [part, title] of partings(rest)) {
    const season = readSeason(part);
    if (title === '') continue;
    if (season) addTitled(title, season.number, season.isSure);
    else if (hasOneSeason && isOnlySeason(part)) addTitled(title, 1, true);
  }
  return found;
}

/** The text parted at each colon, and whole with nothing behind it. */
function partings(text: string): [before: string, behind: string][] {
  const colons = [...text.matchAll(/[:：]/g)].slice(0, 12);
  const parted = colons.map(({ index }): [string, string] => {
    return [text.slice(0, index), text.slice(index + 1).trim()];
  });
  return [...parted, [text, '']];
}

/** For counting shows: what stands before a season's name. */
function showBeforeSeason(text: string): string | null {
  const parts = text.split(/[:：]\s*/);
  const at = parts.findIndex((part) => readSeason(part)?.isSure || isOnlySeason(part));
  return at > 0 ? foldName(parts.slice(0, at).join(' ')) : null;
}

function listedShow(show: Show): Listed {
  const byTitle = new Map<string, Set<EpisodeCode>>();
  for (const [code, titles] of showNamesOf(show).episodes) {
    for (const name of titles.map(foldName)) {
      if (name !== '') byTitle.set(name, (byTitle.get(name) ?? new Set()).add(code));
    }
  }
  const seasons = new Set(show.episodes.map(({ code }) => seasonAndNumber(code)[0]));
  seasons.delete(0);
  return { show, byTitle, hasOneSeason: seasons.size === 1 && seasons.has(1) };
}

function add(index: Map<string, Listed[]>, name: string, listed: Listed): void {
  if (name === '') return;
  const known = index.get(name);
  if (known) known.push(listed);
  else index.set(name, [listed]);
}
