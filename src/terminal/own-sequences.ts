/** Colour and style alone, as chalk writes them. */
const STYLE = '\\x1b\\[[0-9;]*m';

/** A style (kept), or anything that could act on a terminal: ESC, C0 but tab and line feed, DEL, C1. */
const STYLE_OR_CONTROL = new RegExp(`(${STYLE})|[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f]`, 'g');

/**
 * The last look before plain output is written: nothing but styles may act on the terminal, whatever went
 * wrong before. Text is made safe at its leaves by `plain`; this finds nothing to do.
 */
export function ownSequencesOnly(text: string): string {
  return text.replace(STYLE_OR_CONTROL, '$1');
}
