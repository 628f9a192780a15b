/** A show that nobody has made, as a service could know it. */
export interface InventedShow {
  readonly id: number;
  readonly imdb: string | null;
  readonly name: string;
  readonly premiered: string | null;
  readonly ended: string | null;
  readonly status: 'Ended' | 'Running' | 'In Development';
  readonly network: string;
  readonly country: string;
  readonly akas: readonly string[];
  /** HTML. */
  readonly summary: string | null;
  readonly episodes: readonly InventedEpisode[];
}

export interface InventedEpisode {
  readonly id: number;
  readonly name: string | null;
  readonly season: number | null;
  readonly number: number | null;
  readonly type: 'regular' | 'significant_special' | 'insignificant_special';
  readonly airdate: string;
  /** HTML. */
  readonly summary: string | null;
  /** What an encyclopedia tells of it, as HTML; `undefined` for nothing. */
  readonly plot?: string;
}

/** A day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
