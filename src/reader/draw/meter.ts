import type { Span } from '../../render/line.ts';
import type { ReaderState } from '../state.ts';
import { glyphsOf } from './page.ts';

/** Columns of a bar that shows progress. */
export const METER_COLUMNS = 12;

/** A bar of what is done: `████████░░░░`. It is full only once all is done, and empty only while nothing is. */
export function meter(state: ReaderState, done: number, all: number): Span[] {
  const { full, empty } = glyphsOf(state);
  const share = all === 0 ? 0 : done / all;
  const inner = Math.round(share * METER_COLUMNS);
  const filled =
    done === 0 ? 0 : done >= all ? METER_COLUMNS : Math.min(Math.max(inner, 1), METER_COLUMNS - 1);
  return [
    { text: full.repeat(filled), style: { role: 'accent' } },
    { text: empty.repeat(METER_COLUMNS - filled), style: { role: 'note' } },
  ];
}
