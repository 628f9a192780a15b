import { followLink } from './follow-link.ts';
import { bodyRows } from './geometry.ts';
import type { Document, Question, ReaderState } from './state.ts';
import { notify, type Step, showDocument } from './step.ts';
import { selectedStop, visibleStops } from './stops.ts';

/** Follows the selected link, or asks about the selected curtain, else the first on the screen: have you watched that far? */
export function openStop(state: ReaderState, document: Document): Step {
  const rows = bodyRows(state.size);
  const selected = selectedStop(document, rows);
  if (selected?.kind === 'link') return followLink(state, document, selected);
  const visible = visibleStops(document, rows);
  const curtain = selected ?? visible.find(({ kind }) => kind === 'curtain');
  if (!curtain) {
    if (visible.length > 0) return notify(state, 'Press Tab to select a link');
    const isElsewhere = document.view.curtains.length > 0;
    return notify(
      state,
      isElsewhere
        ? 'No curtain on this page; press Tab for the next one'
        : 'Nothing is hidden in this recap',
    );
  }
  const asked = showDocument(state, { ...document, focus: curtain });
  const question: Question = {
    kind: 'curtain',
    curtain: curtain.index,
    askedAt: state.lastKeyAt,
  };
  return { ...asked, state: { ...asked.state, question } };
}
