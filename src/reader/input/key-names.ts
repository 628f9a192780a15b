/** Keys that a sequence names by its last letter: `ESC [ A`, `ESC O A`. */
const BY_LETTER: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  M: 'enter',
  Z: 'shift+tab',
};

/** Keys that a sequence names by a number: `ESC [ 5 ~`. */
const BY_NUMBER: Readonly<Record<string, string>> = {
  1: 'home',
  4: 'end',
  5: 'page up',
  6: 'page down',
  7: 'home',
  8: 'end',
};

const CONTROLS: Readonly<Record<number, string>> = {
  8: 'backspace',
  9: 'tab',
  10: 'enter',
  13: 'enter',
  27: 'escape',
  127: 'backspace',
};

/**
 * The key that a control sequence represents.
 *
 * @param parameters what stands before its last letter. A modifier makes another key of it, which is none of ours
 * @returns `undefined` if it is not a key, such as a report
 */
export function keyOfSequence(parameters: string, final: string): string | undefined {
  if (final === '~') return BY_NUMBER[parameters];
  return parameters === '' ? BY_LETTER[final] : undefined;
}

/** The key that a control character represents: `enter`, `tab`, or Ctrl with a letter. */
export function keyOfControl(code: number): string {
  return CONTROLS[code] ?? `ctrl+${String.fromCharCode(code + 0x60)}`;
}
