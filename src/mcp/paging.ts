import { NO_SUCH_PAGE, Refusal } from './refusal.ts';

/** The number of characters in one page of text. */
const PAGE_LENGTH = 20_000;

/** A page of a longer result. */
export interface Page<T> {
  readonly items: T;
  readonly nextPage: number | null;
}

/** One page of a list. @throws {Refusal} for a page after the last */
export function pageOf<T>(items: readonly T[], page: number, size: number): Page<readonly T[]> {
  const start = (page - 1) * size;
  if (page > 1 && start >= items.length) throw new Refusal(NO_SUCH_PAGE);
  return {
    items: items.slice(start, start + size),
    nextPage: start + size < items.length ? page + 1 : null,
  };
}

/** One page of a text, ending between paragraphs if possible. @throws {Refusal} for a page after the last */
export function textPage(text: string, page: number): Page<string> {
  let start = 0;
  for (let count = 1; ; count++) {
    const end = pageEnd(text, start);
    if (count === page) {
      return { items: text.slice(start, end), nextPage: end < text.length ? page + 1 : null };
    }
    if (end >= text.length) throw new Refusal(NO_SUCH_PAGE);
    start = end;
  }
}

function pageEnd(text: string, start: number): number {
  const limit = start + PAGE_LENGTH;
  if (limit >= text.length) return text.length;
  for (const separator of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(separator, limit);
    if (at > start + PAGE_LENGTH / 2) return at + separator.length;
  }
  // never within a surrogate pair
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(limit - 1));
  return isHalf ? limit - 1 : limit;
}
