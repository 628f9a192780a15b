import type { Syntax } from './syntax.ts';
import { SYNTAXES } from './syntaxes.ts';

const written = SYNTAXES.flatMap((syntax) =>
  syntax.inPages ? [{ syntax, pattern: `(${syntax.inPages.pattern})` }] : [],
);

/** Begins and ends of spoilers as people write them in text: a group for each syntax. */
export const WRITTEN_SPOILERS = new RegExp(written.map(({ pattern }) => pattern).join('|'), 'gim');

/** Whose marker a match is. @param groups what its groups caught */
export function writtenSyntax(groups: readonly unknown[]): Syntax | undefined {
  return written.find((_, index) => groups[index] !== undefined)?.syntax;
}
