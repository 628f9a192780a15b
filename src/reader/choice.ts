import type { Command } from './keys.ts';
import type { ListState } from './state.ts';

/** A list in which a row is chosen. */
export function startList(selected = 0): ListState {
  return { selected: Math.max(0, selected), filter: '', isFiltering: false };
}

/** Where a choice among `count` moves to by a command; `undefined` if the command does not move it. */
export function moved(
  selected: number,
  count: number,
  rows: number,
  command: Command | undefined,
): number | undefined {
  const moves: Partial<Record<Command, number>> = {
    down: selected + 1,
    up: selected - 1,
    'page-down': selected + rows,
    'page-up': selected - rows,
    start: 0,
    end: count - 1,
  };
  const to = command && moves[command];
  return to === undefined ? undefined : Math.max(0, Math.min(to, count - 1));
}

/** What a key writes: its letter, or nothing. */
export function letterOf(key: string): string {
  if (key === 'space') return ' ';
  return [...key].length === 1 ? key : '';
}
