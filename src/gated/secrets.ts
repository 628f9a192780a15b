import type { EpisodeCode, Gate } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';
import { foldedWord, isStopWord, keysOf, wordKeys, wordsOf } from '../text/words.ts';

/** A phrase that `show.md` declares, and the episode until which no sentence may hold it (docs/format.md). */
export interface DeclaredSecret {
  readonly phrase: string;
  readonly after: EpisodeCode;
}

interface Secret {
  /** Of each word that tells something, the keys of which one must be there. */
  readonly words: readonly (readonly string[])[];
  readonly after: EpisodeCode;
}

/**
 * The secrets of a show. What they say is gated text, so it is in a private field: a text can be asked
 * about, the phrases cannot be read.
 */
export class Secrets {
  readonly #secrets: readonly Secret[];
  readonly #isUnknown: boolean;

  /** @param declared `'unknown'` where they cannot be read: then any sentence may hold one, and all are kept */
  constructor(declared: readonly DeclaredSecret[] | 'unknown') {
    this.#isUnknown = declared === 'unknown';
    this.#secrets =
      declared === 'unknown'
        ? []
        : declared.map(({ phrase, after }) => ({ words: phraseWords(phrase), after }));
  }

  /** The episodes that they wait for. */
  get episodes(): readonly EpisodeCode[] {
    return this.#secrets.map(({ after }) => after);
  }

  /** For the author's checker: which of them a sentence holds, counted in the order of their declaration from 0. */
  heldIn(markdown: string): number[] {
    const keys = keysOf(markdown);
    return this.#secrets.flatMap((secret, index) => (isHeld(secret, keys) ? [index] : []));
  }

  /** Those that are still to be kept from whoever is at a place. `null`: has watched nothing. */
  closedAt(place: Gate, order: ViewingOrder): ClosedSecrets {
    const closed = this.#secrets.filter(({ after }) => !order.isOpen(after, place));
    return new ClosedSecrets(this.#isUnknown ? 'unknown' : closed, order);
  }
}

/** The secrets that a place keeps, to ask a text about. */
export class ClosedSecrets {
  readonly #secrets: readonly Secret[] | 'unknown';
  readonly #order: ViewingOrder;

  constructor(secrets: readonly Secret[] | 'unknown', order: ViewingOrder) {
    this.#secrets = secrets;
    this.#order = order;
  }

  get isEmpty(): boolean {
    return this.#secrets.length === 0;
  }

  /**
   * The gate of a sentence, or of what stands alone like one: the latest of the secrets whose words are all
   * in it, in any inflection and order. `null`: an episode that the show does not know, so that it never opens.
   *
   * @param markdown one sentence as it is written
   * @returns `undefined` if it holds none
   */
  gateOf(markdown: string): Gate | undefined {
    if (this.isEmpty) return undefined;
    if (this.#secrets === 'unknown') return null;
    const keys = keysOf(markdown);
    return this.#secrets
      .filter((secret) => isHeld(secret, keys))
      .map(({ after }): Gate => (this.#order.knows(after) ? after : null))
      .reduce<Gate | undefined>(
        (latest, gate) => (latest === undefined ? gate : this.#order.later(latest, gate)),
        undefined,
      );
  }

  /** A text that stands alone (a title, a label), or `null` if it holds a secret. */
  withheld(text: string): string | null {
    return this.gateOf(text) === undefined ? text : null;
  }
}

function isHeld({ words }: Secret, keys: ReadonlySet<string>): boolean {
  return words.every((word) => word.some((key) => keys.has(key)));
}

/** A phrase's words by their keys, without those that tell nothing, if there are others. */
function phraseWords(phrase: string): readonly (readonly string[])[] {
  const words = wordsOf(phrase).map(({ text }) => foldedWord(text));
  const telling = words.filter((word) => !isStopWord(word));
  return (telling.length > 0 ? telling : words).map(wordKeys);
}
