let inside: <T>(sealed: Sealed<T>) => T;

/**
 * What a reader may not see yet, or not at every place: titles of episodes, gists, the source of a fetched page.
 * It can be passed on, and neither printing, spreading nor JSON reaches what is in it.
 */
export class Sealed<T> {
  readonly #value: T;

  static {
    inside = (sealed) => sealed.#value;
  }

  constructor(value: T) {
    this.#value = value;
  }
}

/** What is in it. Only `veil` and the author's tools may call this; the lint allows it by name. */
export function unseal<T>(sealed: Sealed<T>): T {
  return inside(sealed);
}
