import type { Show } from '../gated/show.ts';
import type { EpisodeCode } from '../model/episode.ts';
import { foldName } from '../text/fold.ts';
import type { Matcher } from './match.ts';
import type { Watched } from './propose.ts';
import type { History } from './row.ts';

/** What histories say about a show of the library. */
export interface ShowTally extends Watched {
  readonly show: Show;
  /** Rows of it whose episode could not be told. */
  readonly unclear: number;
  /** A file has it as watched without its episodes. */
  readonly isBare: boolean;
}

/** What histories come to, in numbers and for the shows of the library alone. */
export interface Tally {
  /** In the order in which they were met. */
  readonly shows: readonly ShowTally[];
  readonly entries: number;
  readonly episodes: number;
  readonly unclear: number;
  readonly leftOut: number;
  /** Rows of films and of shows that the library does not have. */
  readonly elsewhere: number;
  /** How many shows those are, as far as it can be told. */
  readonly otherShows: number;
}

interface Counting {
  readonly show: Show;
  readonly episodes: Map<EpisodeCode, number | null>;
  since: number | null;
  unclear: number;
  isBare: boolean;
}

/** Takes histories together: what one of them has is watched. @param tick called for each row */
export function tally(
  histories: readonly History[],
  matcher: Matcher,
  tick: () => void = () => {},
): Tally {
  const shows = new Map<Show, Counting>();
  const others = new Set<string>();
  const counts = { entries: 0, episodes: 0, unclear: 0, leftOut: 0, elsewhere: 0 };
  const of = (show: Show): Counting => {
    const known = shows.get(show);
    if (known) return known;
    const counting = { show, episodes: new Map(), since: null, unclear: 0, isBare: false };
    shows.set(show, counting);
    return counting;
  };
  for (const { rows, leftOut, rewatches, bare } of histories) {
    counts.entries += rows.length + leftOut + bare.length;
    counts.leftOut += leftOut;
    for (const row of rows) {
      tick();
      const match = matcher.match(row);
      if (match.kind === 'elsewhere') {
        counts.elsewhere++;
        if (match.show) others.add(match.show);
      } else if (match.kind === 'unclear') {
        counts.unclear++;
        of(match.show).unclear++;
      } else {
        counts.episodes++;
        const { episodes } = of(match.show);
        episodes.set(match.code, latest(episodes.get(match.code) ?? null, row.when));
      }
    }
    for (const name of bare) {
      const show = matcher.showOf(name);
      if (show) {
        counts.unclear++;
        of(show).isBare = true;
      } else {
        counts.elsewhere++;
        others.add(foldName(name.title));
      }
    }
    for (const { show: name, since } of rewatches) {
      const show = matcher.showOf(name);
      if (show) of(show).since = latest(of(show).since, since);
    }
  }
  return { shows: [...shows.values()], otherShows: others.size, ...counts };
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
