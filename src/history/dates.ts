type Parts = readonly [number, number, number];
type Order = 'dmy' | 'mdy' | 'ymd';

const WRITTEN = /^\D{0,3}(\d{1,4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,4})\D{0,3}$/;
const ORDERS = ['ymd', 'dmy', 'mdy'] as const;

/** Streaming began in 2007: an earlier date, or one far in the future, was misread. */
const FIRST_YEAR = 2007;
const LAST_YEAR = 2099;

/**
 * Detects the order of day, month and year in a column of dates: `31/12/2020`, `12/31/20`, `31.12.20`, `2020-12-31`,
 * `2020. 12. 31.`, `31-12-2020`. An order must fit every row; if several do, the one that keeps the rows in sequence
 * wins (Netflix lists the newest first).
 *
 * @returns a function that reads a date as milliseconds at the start of its day, UTC; `null` if it is not a date, or
 *   ambiguous
 */
export function dateReader(texts: readonly string[]): (text: string) => number | null {
  const parts = texts.map(partsOf).filter((part) => part !== undefined);
  const fitting = ORDERS.filter((order) => parts.every((part) => dayOf(part, order) !== null));
  const disorder = fitting.map((order) => breaks(parts.map((part) => dayOf(part, order) ?? 0)));
  const least = Math.min(...disorder);
  const orders = fitting.filter((_, index) => disorder[index] === least);
  return (text) => {
    const part = partsOf(text);
    if (!part) return null;
    const days = new Set(orders.map((order) => dayOf(part, order)));
    const [day] = days;
    return days.size === 1 ? (day ?? null) : null;
  };
}

function partsOf(text: string): Parts | undefined {
  const found = WRITTEN.exec(text.trim());
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : undefined;
}

function dayOf([a, b, c]: Parts, order: Order): number | null {
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const full = year < 100 ? year + 2000 : year;
  if (full < FIRST_YEAR || full > LAST_YEAR) return null;
  const at = new Date(Date.UTC(full, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() : null;
}

/** How often a column switches between ascending and descending. */
function breaks(days: readonly number[]): number {
  let [up, down] = [0, 0];
  for (let index = 1; index < days.length; index++) {
    const step = (days[index] ?? 0) - (days[index - 1] ?? 0);
    if (step > 0) up++;
    if (step < 0) down++;
  }
  return Math.min(up, down);
}
