import { type Measured, median, quantile } from './measure.ts';
import type { Target } from './table.ts';

type Results = ReadonlyMap<string, Measured>;

/** The median time of a subject in milliseconds; `undefined` where there is none. */
export function medianOf(results: Results, name: string): number | undefined {
  const measured = results.get(name);
  return measured?.kind === 'times' ? median(measured.times) : undefined;
}

/** The time in milliseconds that 95 of 100 runs of a subject stay below; `undefined` where there is none. */
export function p95Of(results: Results, name: string): number | undefined {
  const measured = results.get(name);
  return measured?.kind === 'times' ? quantile(measured.times, 0.95) : undefined;
}

/** How many times as long one subject takes as another; `undefined` where one has no time. */
function ratioOf(results: Results, name: string, base: string): number | undefined {
  return quotient(medianOf(results, name), medianOf(results, base));
}

/** A target of a subject's ratio to another. */
export function target(results: Results, name: string, limit: number, base: string): Target {
  return { of: name, ratio: ratioOf(results, name, base), limit, to: base };
}

/** The median of a subject as it is printed, or why there is none. */
export function timeCell(results: Results, name: string): string {
  const measured = results.get(name);
  if (measured?.kind === 'failure') return measured.reason;
  return milliseconds(medianOf(results, name));
}

/** How often a subject was run: less often than asked for if it is slow. */
export function runsCell(results: Results, name: string): string {
  const measured = results.get(name);
  return measured?.kind === 'times' ? String(measured.times.length) : '';
}

/** A ratio of two subjects as it is printed. */
export function ratioCell(results: Results, name: string, base: string): string {
  return ratio(ratioOf(results, name, base));
}

/** The quotient of two numbers, if there are two. */
export function quotient(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a / b;
}

/** A ratio as it is printed, three figures of it. */
export function ratio(value: number | undefined): string {
  return value === undefined ? '' : threeFigures(value);
}

/** Milliseconds as they are printed. */
export function milliseconds(value: number | undefined): string {
  return value === undefined ? '' : `${threeFigures(value)} ms`;
}

/** A number without digits that mean nothing: 0.123, 1.23, 12.3, 123, 1,234. */
function threeFigures(value: number): string {
  const decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}
