/** More than the distinct words of any one show. */
export const MOST_WORDS = 50_000;

/**
 * A function of a text that remembers its results, so that they are not computed again for each occurrence.
 *
 * @param most the number of results to keep; beyond it, all are dropped
 */
export function memoized<T extends {}>(
  work: (text: string) => T,
  most: number,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const value = work(text);
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
