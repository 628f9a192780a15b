import { bodyRows } from '../geometry.ts';
import { places } from '../progress-screen.ts';
import type { ProgressScreen, ReaderState } from '../state.ts';
import { listWidth } from './columns.ts';
import { visibleLines } from './list-lines.ts';
import { type Page, sentence, signsOf } from './page.ts';

/** Columns of a place to choose. */
const PLACE_COLUMNS = 30;

/** How far have you watched? */
export function drawProgress(state: ReaderState, screen: ProgressScreen): Page {
  const { contents, selected, typed } = screen;
  const { show } = contents;
  const asked = [
    ...sentence(state, `How far have you watched ${show.title}?`, { role: 'text', strong: true }),
    ...sentence(state, 'Everything up to there opens. What comes later stays hidden.', {
      role: 'note',
    }),
    { spans: [] },
    ...(typed ? sentence(state, `Episode: ${typed}${signsOf(state).cursor}`) : []),
  ];
  const lines = places(contents).map((place, row) => ({
    row,
    draw: () => ({
      spans: [
        {
          text: place === null ? 'Not started' : `Through ${place}`,
          style: { role: 'text' as const },
        },
      ],
    }),
  }));
  const rows = Math.max(1, bodyRows(state.size) - asked.length - 1);
  const room = { rows, width: Math.min(listWidth(state), PLACE_COLUMNS) };
  return {
    title: show.title,
    status: '',
    body: [{ spans: [] }, ...asked, ...visibleLines(state, lines, selected, room)],
    footer: ['Enter answers', 'Esc back', 'q quit', 'or type a code such as S01E04'],
  };
}
