import { places } from '../progress-screen.ts';
import type { ProgressScreen, ReaderState } from '../state.ts';
import { selectableLines } from './draw-list.ts';
import { type Page, sentence, signsOf } from './page.ts';

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
  const texts = places(contents).map((place) =>
    place === null ? 'Not started' : `Through ${place}`,
  );
  return {
    title: show.title,
    status: '',
    body: [{ spans: [] }, ...asked, ...selectableLines(state, texts, selected, asked.length + 1)],
    footer: ['Enter answers', 'Esc back', 'q quit', 'or type a code such as S01E04'],
  };
}
