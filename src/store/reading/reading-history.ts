import * as z from 'zod/mini';
import { type EpisodeCode, parseEpisodeCode } from '../../model/episode.ts';
import type { Place } from '../../model/order.ts';
import type { TextPosition } from '../../model/text-position.ts';
import { KeptFile } from './kept-file.ts';
import { STORED_POSITION, storedPosition } from './stored-position.ts';

const FILE = 'positions.json';
/** How many recaps to remember; beyond that, the oldest are forgotten. */
const MOST = 2000;

const place = z.nullable(
  z.custom<EpisodeCode>((value) => typeof value === 'string' && parseEpisodeCode(value) === value),
);

const schema = z.object({
  version: z.literal(1),
  /** The recap that was read last. */
  last: z.nullable(z.object({ show: z.string(), slug: z.string() })),
  /** From a recap to where it was left and how far the reader had watched then, the latest last. */
  recaps: z.array(z.object({ ...STORED_POSITION, place: z.optional(place) })),
  /** How far the reader had watched when they first read something of a show. */
  since: z.optional(z.array(z.object({ show: z.string(), place }))),
});

type Stored = z.infer<typeof schema>;

/** What has been read of a show. */
export interface ShowReadings {
  /** The reader's place when they first read something of the show. */
  readonly since: Place;
  /** The reader's place when they last read each recap, by its slug. */
  readonly places: ReadonlyMap<string, Place>;
}

/**
 * Which recaps were read, at which place in their show, and where they were left, kept in the state folder. It is a
 * convenience: a file that cannot be read or written is ignored. All it says about a recap is how far its visible text was
 * scrolled.
 */
export class ReadingHistory {
  readonly #file: KeptFile<Stored> | undefined;
  readonly #isKept: boolean;
  #stored: Stored;
  readonly #before: Stored;

  /**
   * @param folder the state folder; `undefined` if nothing is stored
   * @param isKept whether what is remembered is written there
   */
  constructor(folder: string | undefined, isKept = true) {
    this.#file = folder === undefined ? undefined : historyFile(folder);
    this.#isKept = isKept;
    this.#stored = this.#file?.read() ?? NOTHING;
    this.#before = this.#stored;
  }

  /** The recap that was read last. */
  get last(): Stored['last'] {
    return this.#stored.last;
  }

  /** The shows that were read, the latest first. */
  get recentShows(): readonly string[] {
    return [...new Set(this.#stored.recaps.map(({ show }) => show).reverse())];
  }

  /** Where a recap was left. */
  of(show: string, slug: string): TextPosition | null {
    return this.#stored.recaps.find((entry) => isOf(entry, show, slug)) ?? null;
  }

  /**
   * The reader's place when they read a recap last before this session, else in it: what has opened since stays new until the
   * session ends. `undefined` if they have not.
   */
  placeBefore(show: string, slug: string): Place | undefined {
    const recaps = [...this.#before.recaps, ...this.#stored.recaps];
    return recaps.find((entry) => isOf(entry, show, slug) && entry.place !== undefined)?.place;
  }

  /** What has been read of a show; `undefined` if nothing. */
  readings(show: string): ShowReadings | undefined {
    const { recaps, since = [] } = this.#stored;
    const first = since.find((entry) => entry.show === show);
    if (!first) return undefined;
    const read = recaps.filter((entry) => entry.show === show && entry.place !== undefined);
    return {
      since: first.place,
      places: new Map(read.map(({ slug, place }) => [slug, place ?? null])),
    };
  }

  /**
   * Remembers where a recap was left.
   *
   * @param place the reader's place; `undefined` if it is not their own, so that it does not count as read
   */
  remember(show: string, slug: string, position: TextPosition, place: Place | undefined): void {
    const remembered = (now: Stored) => withReading(now, { show, slug, position, place });
    if (this.#file && this.#isKept) this.#file.change(remembered);
    this.#stored = remembered(this.#stored);
  }
}

const NOTHING: Stored = { version: 1, last: null, recaps: [], since: [] };

function historyFile(folder: string): KeptFile<Stored> {
  return new KeptFile(folder, FILE, schema, NOTHING);
}

/** Forgets what was read of a show. Returns the code of the error if the file cannot be written. */
export function forgetReadings(folder: string, show: string): string | undefined {
  return historyFile(folder).forget(({ last, recaps, since = [] }) => ({
    version: 1,
    last: last?.show === show ? null : last,
    recaps: recaps.filter((entry) => entry.show !== show),
    since: since.filter((entry) => entry.show !== show),
  }));
}

function withReading(
  { recaps, since = [] }: Stored,
  {
    show,
    slug,
    position,
    place,
  }: { show: string; slug: string; position: TextPosition; place: Place | undefined },
): Stored {
  const before = recaps.find((entry) => isOf(entry, show, slug));
  const read = place === undefined ? before?.place : place;
  const entry = {
    ...storedPosition(show, slug, position),
    ...(read !== undefined && { place: read }),
  };
  const others = recaps.filter((candidate) => candidate !== before);
  const isFirst = place !== undefined && !since.some((candidate) => candidate.show === show);
  return {
    version: 1,
    last: { show, slug },
    recaps: [...others, entry].slice(-MOST),
    since: isFirst ? [...since, { show, place }].slice(-MOST) : since,
  };
}

function isOf(entry: { show: string; slug: string }, show: string, slug: string): boolean {
  return entry.show === show && entry.slug === slug;
}
