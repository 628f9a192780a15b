/** A show as a history names it. */
export interface ShowName {
  readonly title: string;
  /** The year in which it began, where the history tells it: two shows may share a title. */
  readonly year: number | null;
  /** Written by hand, so that the name of the show's folder will do as well. */
  readonly maySlug?: true;
}

/** One watched episode. The texts are a stranger's and private: they are compared, and never shown. */
export type WatchedRow = {
  /** Milliseconds since 1970; `null` where the file does not tell, or tells it in two ways. */
  readonly when: number | null;
  /** Whose play it is, in the export of a household. */
  readonly viewer?: string;
} & (
  | {
      readonly kind: 'numbered';
      /** `null` where the file names none, as a list of codes may. */
      readonly show: ShowName | null;
      readonly season: number;
      readonly number: number;
      readonly title: string | null;
    }
  /** Show, season and episode in one text, as Netflix has it: `Show: Season 1: Title`. */
  | { readonly kind: 'titled'; readonly text: string }
);

/** What a history file says. */
export interface History {
  readonly rows: readonly WatchedRow[];
  /** Entries that are no watched episodes: films, trailers, plays of a few minutes, what is not watched yet. */
  readonly leftOut: number;
  /** Shows that were begun again, and when: what was watched before does not count for the new round. */
  readonly rewatches: readonly { readonly show: ShowName; readonly since: number }[];
  /** Shows that the file has as watched without saying which episodes. */
  readonly bare: readonly ShowName[];
}

/** A history with these parts and nothing else. */
export function history(parts: Partial<History>): History {
  return { rows: [], leftOut: 0, rewatches: [], bare: [], ...parts };
}

/** No title of a show or an episode is longer, and none that is gets looked into. */
export const MAX_TITLE = 500;

/**
 * A show's name, with a year that stands in brackets behind it taken out: `The Flash (2014)`.
 *
 * @param year of the show, where the file has it apart
 */
export function showName(title: string, year: number | null = null): ShowName {
  if (title.length > MAX_TITLE) return { title: '', year };
  const written = /^(.*\S)\s*\(((?:19|20)\d\d)\)$/.exec(title.trim());
  if (!written?.[1]) return { title, year };
  return { title: written[1], year: year ?? Number(written[2]) };
}

/** A season's or an episode's number as a file writes it; `undefined` for anything else. */
export function wholeNumber(text: string | undefined): number | undefined {
  const found = text === undefined ? null : /^\s*(\d{1,4})(?:\.0+)?\s*$/.exec(text);
  return found ? Number(found[1]) : undefined;
}

/** A moment as programs write it (ISO 8601, or with a blank and taken as UTC); `null` for anything else. */
export function moment(text: string | null | undefined): number | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const written = text.trim().replace(' ', 'T');
  const at = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(written) ? written : zoned(written));
  return Number.isNaN(at) ? null : at;
}

/** Without a zone, JavaScript reads a day as UTC and a time as local. */
function zoned(written: string): string {
  return written.includes('T')
    ? `${written.replace(/T(\d{2}:\d{2}(?::\d{2})?).*$/, 'T$1')}Z`
    : written;
}
