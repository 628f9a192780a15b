/** Only color and style sequences, as Chalk writes them. */
const STYLE = '\\x1b\\[[0-9;]*m';

/** A style (kept), or anything that could control a terminal: ESC, C0 except tab and line feed, DEL, C1. */
const STYLE_OR_CONTROL = new RegExp(`(${STYLE})|[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f]`, 'g');

/**
 * The last check before plain output is written: only styles may control the terminal, whatever went wrong before. Text
 * is already sanitized where it is read, so this normally changes nothing.
 */
export function ownSequencesOnly(text: string): string {
  return text.replace(STYLE_OR_CONTROL, '$1');
}
