/** A history repeats the names of shows with every episode; so many of the last ones are kept. */
const MAX = 10_000;

/** What was found out about texts, so that it is not found out again for each entry. */
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
