import type { ShowContents } from '../gated/show-contents.ts';
import { bodyRows } from './geometry.ts';
import type { ReaderState, WhoScreen } from './state.ts';
import { readerIn, type Step } from './step.ts';
import { startWork } from './work.ts';

/** Asks who somebody is, over the screen that is open. */
export function startWho(state: ReaderState, contents: ShowContents): Step {
  const under = state.screen;
  if (under.kind === 'who') return { state, effects: [] };
  const screen: WhoScreen = {
    kind: 'who',
    under,
    contents,
    page: textOn(state),
    met: null,
    typed: '',
    selected: 0,
    card: null,
  };
  const reader = readerIn(state, contents.show.slug);
  return startWork({ ...state, screen }, 'Reading', state.history, (work) => {
    return { type: 'meet', work, contents, reader };
  });
}

/** The text of a recap that is on the screen. */
function textOn({ screen, size }: ReaderState): string {
  if (screen.kind !== 'document') return '';
  const { body, top } = screen.document;
  return body
    .lines(top, bodyRows(size))
    .map(({ spans }) =>
      spans.map(({ text, style }) => (style.role === 'curtain' ? '' : text)).join(''),
    )
    .join('\n');
}
