import { bodyRows } from '../geometry.ts';
import type { AddScreen, ReaderState } from '../state.ts';
import { listWidth } from './columns.ts';
import { cell, visibleLines } from './list-lines.ts';
import { glyphsOf, type Page, sentence, signsOf } from './page.ts';

/** The title of a show to add, and below it the shows that were found. */
export function drawAdd(state: ReaderState, { typed, isTyping, found, selected }: AddScreen): Page {
  const above = [
    ...sentence(state, `Add a show: ${typed}${isTyping ? signsOf(state).cursor : ''}`, {
      role: 'text',
      strong: true,
    }),
    ...sentence(
      state,
      'Its episodes come from tvmaze.com, its plots from wikipedia.org, all of them hidden.',
      {
        role: 'note',
      },
    ),
    ...(found?.length === 0
      ? sentence(state, 'No show with that title was found; try its original title.')
      : []),
    { spans: [] },
  ];
  const width = listWidth(state);
  const lines = (found ?? []).map(({ line }, row) => ({
    row,
    draw: () => ({
      spans: [
        { text: cell(line, width, glyphsOf(state).ellipsis), style: { role: 'text' as const } },
      ],
    }),
  }));
  const rows = Math.max(1, bodyRows(state.size) - above.length);
  return {
    title: 'Add a show',
    status: found && found.length > 0 ? `${found.length} found` : '',
    body: [...above, ...visibleLines(state, lines, isTyping ? -1 : selected, { rows, width })],
    footer: isTyping
      ? ['Enter searches', 'Esc back']
      : ['Enter adds it', 'Esc back', 'a new search'],
  };
}
