/**
 * What stands in a page's text where it has a spoiler, until the text is Markdown. Unicode noncharacters: those
 * of the page itself are taken out first, so that it can write none. What elements hide and what is written in
 * the text is told apart, so that an end that somebody wrote in a hidden text does not end the hiding.
 */
export const START = '\uFDD4';
export const STOP = '\uFDD5';
export const WRITTEN_START = '\uFDD6';
export const WRITTEN_STOP = '\uFDD7';
/** From here on all of the page is a spoiler. */
export const REST = '\uFDD8';

/** Begins and ends of spoilers as people write them in text. Bars are both, by turns. */
const WRITTEN =
  /\|\||>!|!<|<\/?details\b[^>\n]{0,200}>|\[\/?spoilers?\b[^\]\n]{0,80}\]|:::[^\S\n]*spoiler[^\n]*|^[^\S\n]*:::+[^\S\n]*$/gim;

/** What is open where a text goes on: it may be parted into several. */
export interface WrittenState {
  isBarOpen: boolean;
  isBlockOpen: boolean;
}

/** What announces that all that follows is a spoiler, in a line of its own. */
const ANNOUNCED =
  /^\W{0,10}(?:(?:major|minor|mild|big|full|season|finale|series)\s+){0,3}spoilers?\b\W{0,3}(?:ahead|alert|warning|below|follow(?:s|ing)?|beyond|from here)\b|^\W{0,10}(?:warning|beware|caution)\W{1,3}[^.]{0,60}\bspoilers?\b/im;

/** Puts marks in place of what a text writes for spoilers. */
export function markedText(text: string, state: WrittenState): string {
  const marked = text.replace(WRITTEN, (written) => {
    if (written === '||') {
      state.isBarOpen = !state.isBarOpen;
      return state.isBarOpen ? WRITTEN_START : WRITTEN_STOP;
    }
    if (written.includes(':::')) {
      const isOpening = /spoiler/i.test(written);
      if (!isOpening && !state.isBlockOpen) return written;
      state.isBlockOpen = isOpening;
      return isOpening ? WRITTEN_START : WRITTEN_STOP;
    }
    return written === '!<' || /^[[<]\//.test(written) ? WRITTEN_STOP : WRITTEN_START;
  });
  return announces(text) ? REST + marked : marked;
}

/** Whether a line says that spoilers follow. */
export function announces(line: string): boolean {
  return line.length < 200 && ANNOUNCED.test(line);
}

/** Any mark. */
export const MARKS = /[\uFDD4-\uFDD8]/g;

export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}
