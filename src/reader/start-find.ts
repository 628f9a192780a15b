import type { FindScreen } from './state.ts';

/** The screen on which words to look for are typed. */
export function startFind(): FindScreen {
  return { kind: 'find', typed: '', isTyping: true, hits: null, selected: 0 };
}
