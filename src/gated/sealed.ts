let inside: <T>(sealed: Sealed<T>) => T;

/**
 * Something that a reader may not see yet, or not at every place: an episode's title, a gist, the source of a fetched
 * page. It can be passed around, but printing, spreading and JSON do not reach its content.
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

/** Its content. Only `veil` and the author's tools may call this; lint allows it by name. */
export function unseal<T>(sealed: Sealed<T>): T {
  return inside(sealed);
}
