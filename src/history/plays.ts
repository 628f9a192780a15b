import { latest } from './entry.ts';

/** Less than this in total is a brief look, not a watched episode. */
const LEAST_SECONDS = 4 * 60;
/** An episode stopped before this share of its season's usual length was not finished. */
const LEAST_SHARE = 0.4;

/** One play of a title. */
export interface Play<T> {
  /** The title and viewer of a play. Plays of the same title by the same viewer are added up. */
  readonly key: string;
  readonly season: string;
  readonly title: T;
  readonly when: number | null;
  readonly seconds: number;
  /** The furthest point reached, in seconds; 0 if unknown. */
  readonly reached: number;
}

/** The plays of one title, added up. */
type Played<T> = Play<T> & { readonly count: number };

/** Collects plays with their durations to decide what was watched. */
export class Plays<T> {
  readonly #played = new Map<string, Played<T>>();

  add(play: Play<T>): void {
    const known = this.#played.get(play.key);
    this.#played.set(play.key, {
      ...play,
      when: latest(known?.when ?? null, play.when),
      seconds: (known?.seconds ?? 0) + play.seconds,
      reached: Math.max(known?.reached ?? 0, play.reached),
      count: (known?.count ?? 0) + 1,
    });
  }

  /** The watched titles, each with the time it was last watched, and the number of plays that do not count. */
  watched(): { titles: { title: T; when: number | null }[]; leftOut: number } {
    const usual = usualReach([...this.#played.values()]);
    const titles: { title: T; when: number | null }[] = [];
    let leftOut = 0;
    for (const { title, when, season, seconds, reached, count } of this.#played.values()) {
      const isLeft = reached > 0 && reached < (usual.get(season) ?? 0) * LEAST_SHARE;
      if (seconds < LEAST_SECONDS || isLeft) leftOut += count;
      else titles.push({ title, when });
    }
    return { titles, leftOut };
  }
}

/** Whether the only known play of a title was more than a brief look. */
export function isLongEnough({ seconds }: { readonly seconds: number }): boolean {
  return seconds >= LEAST_SECONDS;
}

/** For each season, the median of how far its episodes were watched. */
function usualReach(played: readonly Played<unknown>[]): Map<string, number> {
  const reaches = new Map<string, number[]>();
  for (const { season, reached } of played) {
    const known = reaches.get(season);
    if (known) known.push(reached);
    else reaches.set(season, [reached]);
  }
  return new Map(
    [...reaches].map(([season, all]) => {
      return [season, all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0];
    }),
  );
}
