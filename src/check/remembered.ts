import type { AuthorRecap } from './author-file.ts';

/**
 * A function of a recap that is worked out once for each: an editor checks a show again at every key, and most of its
 * recaps have not changed since. Whatever else it is given must follow from the recap's show, as a recap is read anew
 * when its show changes.
 */
export function remembered<Rest extends readonly unknown[], T>(
  work: (recap: AuthorRecap, ...rest: Rest) => T,
): (recap: AuthorRecap, ...rest: Rest) => T {
  const known = new WeakMap<AuthorRecap, { readonly value: T }>();
  return (recap, ...rest) => {
    const kept = known.get(recap);
    if (kept) return kept.value;
    const value = work(recap, ...rest);
    known.set(recap, { value });
    return value;
  };
}
