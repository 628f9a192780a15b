import type { AddScreen } from './state.ts';

/** The screen on which the title of a show to add is typed. */
export function startAdd(): AddScreen {
  return { kind: 'add', typed: '', isTyping: true, found: null, selected: 0 };
}
