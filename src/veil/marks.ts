/**
 * The marks in a view's Markdown in place of spoilers. They are Unicode noncharacters, which are removed from every
 * file that is read, so no recap can contain one.
 *
 * - a closed spoiler: `CURTAIN index END`, the index counting the view's curtains from 0;
 * - an open one: `OPENED index END text CLOSED`, the index counting the view's openings from 0.
 *
 * If the spoiler is a block, each mark has a line of its own, after the prefix of the quote or list around it; within a
 * line the marks are in the text.
 *
 * `PART` separates the recaps of a story. Each part is separate Markdown: no definition, footnote, fence or comment
 * extends into another.
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
