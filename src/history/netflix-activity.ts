import { type History, history, moment, type WatchedRow } from './row.ts';
import type { Source } from './source.ts';

/** Less than this in all is no watched episode, but a look into it. */
const LEAST_SECONDS = 4 * 60;
/** What began by itself counts only as long as nobody plays by mistake. */
const LEAST_AUTOPLAYED_SECONDS = 10 * 60;
/** An episode that was left before this part of what is usual in its season was not watched to its end. */
const LEAST_SHARE = 0.4;

interface Play {
  readonly text: string;
  readonly viewer: string;
  when: number | null;
  seconds: number;
  /** The furthest point that was reached, in seconds. */
  reached: number;
  count: number;
}

/**
 * `ViewingActivity.csv` of the account archive: every play of every profile. Trailers and hooks are no
 * episodes. The plays of one title are added up, as an evening is often more than one.
 */
export function readNetflixActivity(source: Source): History | undefined {
  const needed = ['title', 'start time', 'duration', 'supplemental video type'];
  if (!needed.every((name) => source.columns.includes(name))) return undefined;
  const plays = new Map<string, Play>();
  let leftOut = 0;
  for (const record of source.table().records) {
    const seconds = clock(record.get('duration'));
    const isAutoplayed = /autoplayed/i.test(record.get('attributes') ?? '');
    const isScrap = isAutoplayed && seconds < LEAST_AUTOPLAYED_SECONDS;
    if ((record.get('supplemental video type') ?? '').trim() !== '' || isScrap) {
      leftOut++;
      continue;
    }
    const text = record.get('title') ?? '';
    const viewer = (record.get('profile name') ?? '').trim();
    const when = moment(record.get('start time'));
    const key = JSON.stringify([viewer, text]);
    const play = plays.get(key) ?? { text, viewer, when, seconds: 0, reached: 0, count: 0 };
    play.when = later(play.when, when);
    play.seconds += seconds;
    play.reached = Math.max(play.reached, clock(record.get('bookmark')));
    play.count++;
    plays.set(key, play);
  }
  const usual = usualReach(plays.values());
  const rows: WatchedRow[] = [];
  for (const { text, viewer, when, seconds, reached, count } of plays.values()) {
    const isLeft = reached > 0 && reached < (usual.get(seasonOf(text)) ?? 0) * LEAST_SHARE;
    if (seconds < LEAST_SECONDS || isLeft) leftOut += count;
    else rows.push({ kind: 'titled', text, when, viewer });
  }
  return history({ rows, leftOut });
}

/** For each season the median of how far its episodes were watched. */
function usualReach(plays: Iterable<Play>): Map<string, number> {
  const reaches = new Map<string, number[]>();
  for (const { text, reached } of plays) {
    const season = seasonOf(text);
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

/** All but the last part of a title. */
function seasonOf(text: string): string {
  return text.slice(0, Math.max(0, text.lastIndexOf(': ')));
}

/** `01:02:03` in seconds; 0 for anything else. */
function clock(text: string | undefined): number {
  const found = /^\s*(\d{1,3}):(\d{2}):(\d{2})\s*$/.exec(text ?? '');
  return found ? Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]) : 0;
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
