/** A show as a history names it. */
export interface ShowName {
  readonly title: string;
  /** The year in which it started, if the history gives it: two shows may share a title. */
  readonly year: number | null;
  /** Its titles in other languages, if the history has them. */
  readonly aka?: readonly string[];
  /** Written by hand, so the name of the show's folder matches too. */
  readonly maySlug?: true;
}

/** A watched episode of a show, by season and number. */
export interface NumberedEntry {
  readonly kind: 'numbered';
  /** `null` if the file names none, as in a list of codes. */
  readonly show: ShowName | null;
  readonly season: number;
  readonly number: number;
  /** The episode's title, if the file has it. */
  readonly title: string | null;
  /** Milliseconds since 1970; `null` if the file does not say or is ambiguous. */
  readonly when: number | null;
}

/** A watched episode as a single text, as Netflix writes it: `Show: Season 1: Title (Episode 2)`. */
interface TitledEntry {
  readonly kind: 'titled';
  readonly text: string;
  readonly when: number | null;
}

/** One statement of a history. Its texts are private: they are compared, never shown. */
export type Entry = { readonly viewer?: string } & (
  | NumberedEntry
  | TitledEntry
  /** Part of the show was watched, but nothing says which episode. */
  | { readonly kind: 'show'; readonly show: ShowName; readonly when: number | null }
  /** This many episodes of the show were watched; which ones is a guess. */
  | { readonly kind: 'count'; readonly show: ShowName; readonly episodes: number }
  /** A rewatch of the show began: what was watched before does not count for it. */
  | { readonly kind: 'rewatch'; readonly show: ShowName; readonly since: number }
  /** Not a watched episode: a film, a trailer, a play of a few minutes, something planned. */
  | { readonly kind: 'left-out'; readonly count?: number }
);

/** Receives the entries of a history one by one. */
export type Sink = (entry: Entry) => void;

/** The longest title of a show or episode. Longer texts are ignored. */
export const MAX_TITLE = 500;

/**
 * A show's name. A year in brackets at its end is removed: `The Flash (2014)`.
 *
 * @param year of the show, if the file has it separately
 */
export function showName(title: string, year: number | null = null): ShowName {
  if (title.length > MAX_TITLE) return { title: '', year };
  const written = /^(.*\S)\s*\(((?:19|20)\d\d)\)$/.exec(title.trim());
  if (!written?.[1]) return { title, year };
  return { title: written[1], year: year ?? Number(written[2]) };
}

/** A season's or an episode's number as files write it (`4`, `4.0`); `undefined` for anything else. */
export function wholeNumber(text: string | number | null | undefined): number | undefined {
  const found = /^\s*(\d{1,4})(?:\.0+)?\s*$/.exec(String(text ?? ''));
  return found ? Number(found[1]) : undefined;
}

/** A moment as programs write it (ISO 8601; without a zone it is UTC); `null` for anything else. */
export function moment(text: string | null | undefined): number | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const written = text.trim().replace(' ', 'T');
  const at = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(written) ? written : zoned(written));
  return Number.isNaN(at) ? null : at;
}

/** The later of two times, either of which may be unknown. */
export function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** Without a zone, JavaScript reads a day as UTC and a time as local. */
function zoned(written: string): string {
  return written.includes('T')
    ? `${written.replace(/T(\d{2}:\d{2}(?::\d{2})?).*$/, 'T$1')}Z`
    : written;
}
