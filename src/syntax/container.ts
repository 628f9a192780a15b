/** What may stand before a block's marker on its line: the marks of quotes and list items. */
export const CONTAINER = '(?:[ \\t>]|[-*+][ \\t]|\\d{1,9}[.)][ \\t])*';

const ONLY_CONTAINER = new RegExp(`^${CONTAINER}$`);

/**
 * What stands before `at` on its line, if that is nothing but the marks of quotes and list items. It looks back
 * no further than those reach.
 */
export function containerBefore(text: string, at: number): string | undefined {
  let start = at;
  while (start > 0 && /[ \t>\-*+\d.)]/.test(text[start - 1] ?? '')) start--;
  if (start > 0 && text[start - 1] !== '\n') return undefined;
  const prefix = text.slice(start, at);
  return ONLY_CONTAINER.test(prefix) ? prefix : undefined;
}
