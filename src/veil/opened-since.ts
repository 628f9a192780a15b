import type { View } from './view.ts';

/** What is open in a recap that was closed before. */
export interface OpenedSince {
  /** How many of the curtains before have opened, in whole or in part. */
  readonly passages: number;
  /** Keys of the spoilers that were not open before. */
  readonly keys: ReadonlySet<string>;
}

/** The difference of two views of one recap: what the later one shows in place of curtains of the earlier one. */
export function openedSince(before: View, now: View): OpenedSince {
  const closed = new Set(now.curtains.flatMap(({ keys }) => keys));
  const open = new Set(before.openings.map(({ key }) => key));
  const keys = now.openings.map(({ key }) => key).filter((key) => !open.has(key));
  const opened = before.curtains.filter((curtain) => curtain.keys.some((key) => !closed.has(key)));
  return { passages: opened.length, keys: new Set(keys) };
}
