import type { Line, Style } from '../../render/line.ts';
import { wrap } from '../../render/wrap.ts';
import type { RecapRow } from '../recap-rows.ts';
import type { ShowRow } from '../show-rows.ts';
import type { ReaderState } from '../state.ts';
import { paneWidth } from './columns.ts';
import { meter } from './meter.ts';
import { newsText } from './recap-lines.ts';
import { newText } from './show-lines.ts';

/** What everybody may know of a show. */
export function previewOfShow(state: ReaderState, row: ShowRow): Line[] {
  const { show, about, watched, place, next, coming } = row;
  const count = show.order.codes.length;
  return [
    ...wrapped(state, show.title, { role: 'heading' }),
    ...wrapped(state, about, { role: 'note' }),
    { spans: [] },
    ...(watched === null ? [] : [{ spans: [...meter(state, watched, count)] }]),
    ...wrapped(state, watched === null ? '' : `${watched} of ${count} episodes watched`),
    ...wrapped(state, place === null ? 'Not started' : `Watched through ${place}`, {
      role: 'note',
    }),
    ...wrapped(state, next ? `Next: ${coming || next}` : '', {
      role: 'accent',
    }),
    ...wrapped(state, newText(row), { role: 'accent' }),
  ];
}

/** What everybody may know of a recap, from its front matter. */
export function previewOfRecap(state: ReaderState, row: RecapRow): Line[] {
  const { episode, title, summary, opensAfter, state: access } = row;
  const isOpen = access === 'watched' || access === 'open' || access === null;
  const gate = isOpen || !opensAfter ? '' : `Opens after ${opensAfter}`;
  return [
    ...wrapped(state, [episode, title].filter(Boolean).join(' '), { role: 'heading' }),
    ...(summary
      ? [{ spans: [] }, ...wrapped(state, summary, { role: 'text', emphasis: true })]
      : []),
    ...wrapped(state, newsText(row.news), { role: 'accent' }),
    ...(gate === '' ? [] : [{ spans: [] }, ...wrapped(state, gate, { role: 'curtain' })]),
  ];
}

function wrapped(state: ReaderState, text: string, style: Style = { role: 'text' }): Line[] {
  const width = paneWidth(state);
  return text === '' || width === 0 ? [] : wrap([{ text, style }], width);
}
