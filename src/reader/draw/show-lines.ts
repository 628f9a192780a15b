import type { Span } from '../../render/line.ts';
import type { ShowRow, showRows } from '../show-rows.ts';
import type { ReaderState } from '../state.ts';
import { listWidth } from './columns.ts';
import { cell, grouped, type ListLine } from './list-lines.ts';
import { METER_COLUMNS, meter } from './meter.ts';
import { glyphsOf, signsOf } from './page.ts';

/** Columns of "12 of 345". */
const COUNT_COLUMNS = 9;

/** Columns of a note below which there is none. */
const NARROWEST_NOTE = 13;

/** The list of shows: title, a bar, how many episodes have been watched, the next one. */
export function showLines(
  state: ReaderState,
  { rows, titleColumns }: ReturnType<typeof showRows>,
): ListLine[] {
  const width = listWidth(state);
  // a bar says the same as the count
  const hasMeter = width >= 60 && !state.settings.isSpoken;
  const taken = COUNT_COLUMNS + 2 + (hasMeter ? METER_COLUMNS + 2 : 0);
  const title = Math.min(titleColumns, Math.max(12, width - taken - (hasMeter ? 14 : 0)));
  const room = width - title - taken;
  const note = room < NARROWEST_NOTE ? 0 : room;
  const { ellipsis } = glyphsOf(state);
  return grouped(rows, (row) => ({
    sign: row.news > 0 ? signsOf(state).fresh : undefined,
    spans: [
      { text: `${cell(row.show.title, title, ellipsis)}  `, style: { role: 'text' } },
      ...(hasMeter
        ? [...meterOf(state, row), { text: '  ', style: { role: 'text' as const } }]
        : []),
      { text: countOf(state, row).padStart(COUNT_COLUMNS), style: { role: 'note' } },
      { text: cell(`  ${noteOf(row)}`, note, ellipsis), style: { role: 'note' } },
    ],
  }));
}

function meterOf(state: ReaderState, { show, watched }: ShowRow): Span[] {
  if (watched === null) return [{ text: ' '.repeat(METER_COLUMNS), style: { role: 'note' } }];
  return meter(state, watched, show.order.codes.length);
}

function countOf({ settings }: ReaderState, { show, watched, place }: ShowRow): string {
  const word = settings.isSpoken ? 'watched' : '';
  if (watched === null) return place === null ? '' : `${word && 'watched through '}${place}`;
  return `${watched} of ${show.order.codes.length} ${word}`.trim();
}

/** How many recaps of a show have something new; empty if none has. */
export function newText({ news }: Pick<ShowRow, 'news'>): string {
  if (news === 0) return '';
  return news === 1 ? '1 new recap' : `${news} new recaps`;
}

function noteOf(row: ShowRow): string {
  const { group, next, coming, about } = row;
  const fresh = row.news > 0 ? `${row.news} new` : '';
  const begun = group === 'Continue' && next ? `next ${next}` : '';
  const note = coming || begun || (fresh === '' ? about : '');
  return [note, fresh].filter(Boolean).join(', ');
}
