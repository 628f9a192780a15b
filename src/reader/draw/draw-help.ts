import type { Line } from '../../render/line.ts';
import { helpLines } from '../help.ts';
import { helpRows } from '../help-screen.ts';
import type { ReaderState } from '../state.ts';
import { glyphsOf, type Page } from './page.ts';

/** The keys, from a line on. */
export function drawHelp(state: ReaderState, top: number): Page {
  const lines = helpLines(state.size.columns);
  const rows = helpRows(state);
  const last = Math.min(lines.length, top + rows);
  const hasMore = last < lines.length;
  return {
    title: 'Keys',
    status: lines.length > rows ? `${top + 1}–${last} of ${lines.length}` : '',
    body: [{ spans: [] }, ...lines.slice(top, last).map(row)],
    footer: [
      hasMore ? `Space more ${glyphsOf(state).dot} G end` : top > 0 ? 'b back up' : '',
      'Esc closes this',
    ],
  };
}

function row(text: string): Line {
  return { spans: [{ text: `  ${text}`, style: { role: 'text' } }] };
}
