import { visibleCurtains } from './curtains.ts';
import { bodyRows } from './geometry.ts';
import type { Command } from './keys.ts';
import { type Document, type Effect, type State, type Step, showDocument, stay } from './state.ts';

/** Asks about the curtain that is chosen, or the first on the screen: have you watched that far? */
export function ask(state: State, document: Document): Step {
  const visible = visibleCurtains(document, bodyRows(state.size));
  const { focus } = document;
  const curtain = focus !== null && visible.includes(focus) ? focus : visible[0];
  if (curtain === undefined) {
    const message =
      document.view.curtains.length > 0
        ? 'no curtain here; Tab goes to the next'
        : 'nothing is hidden here';
    return stay({ ...state, message });
  }
  return showDocument(state, {
    ...document,
    focus: curtain,
    overlay: { kind: 'question', curtain },
  });
}

/** What a key does at that question. Only `y` and `p` open anything. */
export function onQuestionKey(
  state: State,
  document: Document,
  index: number,
  command: Command | undefined,
): Step {
  const curtain = document.view.curtains[index];
  const closed = { ...document, overlay: null };
  if (command === 'yes' && curtain?.gate) {
    return showDocument(
      state,
      closed,
      { type: 'confirm', shelf: document.shelf, through: curtain.gate },
      look(document, document.peeks),
    );
  }
  if (command === 'peek' && curtain) {
    return showDocument(state, closed, look(document, [...document.peeks, ...curtain.keys]));
  }
  return command === 'no' ? showDocument(state, closed) : stay(state);
}

/** Looks again at the recap, at whatever place the reader then has. */
export function look({ shelf, entry }: Document, peeks: readonly string[]): Effect {
  return { type: 'look', shelf, entry, peeks };
}
