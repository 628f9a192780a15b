/**
 * What stands in a view's Markdown in place of spoilers. The marks are Unicode noncharacters, which no
 * text may hold (they are taken out of every file that is read), so that no recap can write one.
 *
 * - a closed spoiler: `CURTAIN index END`, the index counting the view's curtains from 0;
 * - an open one: `OPENED index END text CLOSED`, the index counting the view's openings from 0.
 *
 * Where the spoiler is a block, each mark has a line of its own, behind the prefix of the quote or list
 * it stands in; within a line the marks stand in the text.
 *
 * `PART` stands between the recaps of a story. Each part is Markdown of its own: no definition, note, fence or
 * comment of one reaches into another.
 */
export const CURTAIN = '\uFDD0';
export const OPENED = '\uFDD1';
export const CLOSED = '\uFDD2';
export const END = '\uFDD3';
export const PART = '\uFDD4';

/** The mark of the curtain at `index`. */
export function curtainMark(index: number): string {
  return `${CURTAIN}${index}${END}`;
}

/** The mark that begins the opening at `index`; `CLOSED` ends it. */
export function openedMark(index: number): string {
  return `${OPENED}${index}${END}`;
}
