import type { Syntax } from './syntax.ts';
import { SYNTAXES } from './syntaxes.ts';

const written = SYNTAXES.flatMap((syntax) =>
  syntax.inPages ? [{ syntax, pattern: `(${syntax.inPages.pattern})` }] : [],
);

/** Openers and closers of spoilers as people write them in pages, with a group for each syntax. */
export const WRITTEN_SPOILERS = new RegExp(written.map(({ pattern }) => pattern).join('|'), 'gim');

/** The syntax that a match belongs to. @param groups its captured groups */
export function writtenSyntax(groups: readonly unknown[]): Syntax | undefined {
  return written.find((_, index) => groups[index] !== undefined)?.syntax;
}
