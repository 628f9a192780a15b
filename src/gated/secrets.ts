import type { EpisodeCode, Gate } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';
import type { DeclaredSecret } from '../model/show-fields.ts';
import { Phrase, type Statement, statementOf } from './phrase.ts';

interface Secret {
  /** Any of them gives it away. */
  readonly phrases: readonly Phrase[];
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
        : declared.map(({ phrase, any = [], after }) => {
            const phrases = phrase === undefined ? any : [phrase, ...any];
            return { phrases: phrases.map((words) => new Phrase(words)), after };
          });
  }

  /** The episodes that they wait for. */
  get episodes(): readonly EpisodeCode[] {
    return this.#secrets.map(({ after }) => after);
  }

  /**
   * For the author's checker: which of them a sentence completes, counted in the order of their declaration from 0.
   *
   * @param context what its reader knows with it; a secret that this holds by itself does not count
   */
  heldIn(markdown: string, context: readonly string[] = []): number[] {
    const known = context.length > 0 ? this.heldIn(context.join('\n\n')) : [];
    const statement = statementOf([...context, markdown].join('\n\n'));
    return this.#secrets.flatMap((secret, index) =>
      isHeld(secret, statement) && !known.includes(index) ? [index] : [],
    );
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
   * The gate of a sentence, or of what is read on its own like one: the latest of the secrets whose words are all
   * in it, in any inflection and order. `null`: an episode that the show does not know, so that it never opens.
   *
   * @param markdown one sentence as it is written
   * @param context what its reader knows with it: the heading above, what a link in it points to
   * @returns `undefined` if it holds none
   */
  gateOf(markdown: string, context: readonly string[] = []): Gate | undefined {
    if (this.isEmpty) return undefined;
    if (this.#secrets === 'unknown') return null;
    const statement = statementOf([...context, markdown].join('\n\n'));
    return this.#secrets
      .filter((secret) => isHeld(secret, statement))
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

function isHeld({ phrases }: Secret, statement: Statement): boolean {
  return phrases.some((phrase) => phrase.isIn(statement));
}
