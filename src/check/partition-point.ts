/**
 * How many of some values pass a test, if all that pass come before all that do not: the index of the first that does not.
 * Found by halving.
 */
export function partitionPoint<T>(values: readonly T[], passes: (value: T) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value !== undefined && passes(value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
