import type { ListState } from './state.ts';

/** A list in which a row is selected. */
export function startList(selected = 0, filter = '', showsLater = false): ListState {
  return { selected: Math.max(0, selected), filter, isFiltering: false, showsLater };
}

/** The commands that move in a list. */
export type MoveCommand = 'down' | 'up' | 'page-down' | 'page-up' | 'start' | 'end';

/** Where each command moves the selection among `count` rows. */
export function moved(selected: number, count: number, rows: number, command: MoveCommand): number {
  const to = {
    down: selected + 1,
    up: selected - 1,
    'page-down': selected + rows,
    'page-up': selected - rows,
    start: 0,
    end: count - 1,
  }[command];
  return Math.max(0, Math.min(to, count - 1));
}
