/** What may come before a block's marker on its line: quote and list markers. */
export const CONTAINER = '(?:[ \\t>]|[-*+][ \\t]|\\d{1,9}[.)][ \\t])*';

const ONLY_CONTAINER = new RegExp(`^${CONTAINER}$`);

/**
 * The text before `at` on its line, if it consists of quote and list markers only. It looks back no further than those
 * can reach.
 */
export function containerBefore(text: string, at: number): string | undefined {
  let start = at;
  while (start > 0 && /[ \t>\-*+\d.)]/.test(text[start - 1] ?? '')) start--;
  if (start > 0 && text[start - 1] !== '\n') return undefined;
  const prefix = text.slice(start, at);
  return ONLY_CONTAINER.test(prefix) ? prefix : undefined;
}
