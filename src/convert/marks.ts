import { WRITTEN_SPOILERS, writtenSyntax } from '../syntax/in-pages.ts';

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

/** The syntaxes that are still open where a text goes on: it may be parted into several. */
export type WrittenState = Set<string>;

/** What announces that all that follows is a spoiler, in a line of its own. */
const ANNOUNCED =
  /^\W{0,10}(?:(?:major|minor|mild|big|full|season|finale|series)\s+){0,3}spoilers?\b\W{0,3}(?:ahead|alert|warning|below|follow(?:s|ing)?|beyond|from here)\b|^\W{0,10}(?:warning|beware|caution)\W{1,3}[^.]{0,60}\bspoilers?\b/im;

/** Puts marks in place of what a text writes for spoilers. */
export function markedText(text: string, state: WrittenState): string {
  const marked = text.replace(WRITTEN_SPOILERS, (written, ...groups) => {
    const syntax = writtenSyntax(groups);
    const meaning = syntax?.inPages?.read(written, state.has(syntax.name)) ?? 'text';
    if (!syntax || meaning === 'text') return written;
    if (meaning === 'start') state.add(syntax.name);
    else state.delete(syntax.name);
    return meaning === 'start' ? WRITTEN_START : WRITTEN_STOP;
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
