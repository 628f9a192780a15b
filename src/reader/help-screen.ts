import { screenRows } from './geometry.ts';
import { type Handlers, moveHandlers } from './handlers.ts';
import { helpLines } from './help.ts';
import type { MoveCommand } from './list.ts';
import type { ReaderState } from './state.ts';
import { type Step, stepTo } from './step.ts';

/** What each command does in the help. */
export const IN_HELP = {
  ...moveHandlers(move),
  'half-down': (state: ReaderState, top: number) => scrollTo(state, top + halfPage(state)),
  'half-up': (state: ReaderState, top: number) => scrollTo(state, top - halfPage(state)),
  back: (state: ReaderState) => stepTo({ ...state, helpTop: null }),
} satisfies Handlers<'help', number>;

/** Rows of the help that are on the screen. */
export function helpRows({ size }: Pick<ReaderState, 'size'>): number {
  return Math.max(1, screenRows(size) - 3);
}

function move(state: ReaderState, top: number, command: MoveCommand): Step {
  const rows = helpRows(state);
  const to = {
    down: top + 1,
    up: top - 1,
    'page-down': top + rows,
    'page-up': top - rows,
    start: 0,
    end: Number.POSITIVE_INFINITY,
  }[command];
  return scrollTo(state, to);
}

function scrollTo(state: ReaderState, to: number): Step {
  const last = Math.max(0, helpLines(state.size.columns).length - helpRows(state));
  return stepTo({ ...state, helpTop: Math.min(Math.max(to, 0), last) });
}

function halfPage(state: ReaderState): number {
  return Math.ceil(helpRows(state) / 2);
}
