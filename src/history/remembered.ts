/** The number of recent results to keep: a history repeats a show's name with every episode. */
const MAX = 10_000;

/** Remembers results for recent texts, so that they are not computed again for each entry. */
export class Remembered<T> {
  readonly #known = new Map<string, T>();
  readonly #find: (text: string) => T;

  constructor(find: (text: string) => T) {
    this.#find = find;
  }

  get(text: string): T {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const found = this.#find(text);
    if (this.#known.size >= MAX) this.#known.clear();
    this.#known.set(text, found);
    return found;
  }
}
