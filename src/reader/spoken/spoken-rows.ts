import type { Line, Span } from '../../render/line.ts';
import { wrap } from '../../render/wrap.ts';
import { visibleFrom } from '../draw/page.ts';
import type { ReaderState } from '../state.ts';

/** A row of a list as it is read aloud. */
export interface SpokenRow {
  readonly spans: readonly Span[];
  readonly isSelected: boolean;
}

/**
 * Rows of a list in words, wrapped rather than truncated: as many lines as fit, including the selected row. Columns are
 * separated by `;`, and group names are headings.
 */
export function spokenRows(state: ReaderState, rows: readonly SpokenRow[], room: number): Line[] {
  const width = state.size.columns - 1;
  const told = rows.map(({ spans, isSelected }) => {
    const text = spans.map((span) => span.text).join('');
    const columns = text.trim().replace(/ {2,}/g, '; ');
    const heading = spans[0]?.style.role === 'heading' ? 'Heading 2: ' : '';
    const words = isSelected ? `Selected: ${columns}` : heading + columns;
    const lines = wrap([{ text: words, style: { role: 'text' } }], width);
    return lines.length > 0 ? lines : [{ spans: [] }];
  });
  const at = rows.findIndex(({ isSelected }) => isSelected);
  const before = told.slice(0, Math.max(0, at)).flat().length;
  const all = told.flat();
  const from = visibleFrom(before, all.length, room);
  return all.slice(from, from + room);
}
