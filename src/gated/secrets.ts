import type { EpisodeCode, Gate } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';
import type { DeclaredSecret } from '../model/show-fields.ts';
import type { Word } from '../text/words.ts';
import { keysOf, Phrase, type Statement, statementOf } from './phrase.ts';

/** A word of a text that some secret has, too. */
export interface SecretWord {
  readonly offset: number;
  readonly keys: readonly string[];
}

interface Secret {
  /** Any one of them gives it away. */
  readonly phrases: readonly Phrase[];
  readonly after: EpisodeCode;
}

/**
 * The secrets of a show. Their phrases are gated text, so they are in a private field: callers can ask about a text but
 * cannot read the phrases.
 */
export class Secrets {
  readonly #secrets: readonly Secret[];
  readonly #isUnknown: boolean;
  #keys: ReadonlySet<string> | undefined;

  /** @param declared `'unknown'` if they cannot be read: any sentence may then hold one, so all are hidden */
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

  /** The episodes that they are gated by. */
  get episodes(): readonly EpisodeCode[] {
    return this.#secrets.map(({ after }) => after);
  }

  /**
   * For the author's checker: the secrets that a sentence completes, as indexes in the order of declaration.
   *
   * @param context what its reader sees with it; a secret that this alone holds does not count
   */
  heldIn(markdown: string, context: readonly string[] = []): readonly number[] {
    const held = this.#heldIn([...context, markdown].join('\n\n'));
    if (held.length === 0 || context.length === 0) return held;
    const known = this.#heldIn(context.join('\n\n'));
    return held.filter((index) => !known.includes(index));
  }

  /**
   * For the author's checker: those words of a text that some secret has, too. They tell cheaply which of its sentences
   * are worth reading (`possibleWith`), if the text says what is written in it (`saysAsWritten`).
   */
  wordsAmong(words: readonly Word[]): SecretWord[] {
    this.#keys ??= keysAmong(this.#secrets);
    const found: SecretWord[] = [];
    for (const { text, offset } of words) {
      const keys = keysOf(text);
      for (const key of keys) {
        if (!this.#keys.has(key)) continue;
        found.push({ offset, keys });
        break;
      }
    }
    return found;
  }

  /**
   * For the author's checker: the secrets that a text may hold which has these of their words, by index.
   *
   * @param among the secrets to consider, by index; all of them by default
   */
  possibleWith(
    words: readonly SecretWord[],
    among: readonly number[] = [...this.#secrets.keys()],
  ): readonly number[] {
    const said = { keys: new Set(words.flatMap(({ keys }) => keys)), letters: '' };
    return among.filter((index) => {
      const secret = this.#secrets[index];
      return secret !== undefined && isHeld(secret, said);
    });
  }

  #heldIn(markdown: string): readonly number[] {
    return this.#heldBy(statementOf(markdown));
  }

  #heldBy(statement: Statement): readonly number[] {
    return this.#secrets.flatMap((secret, index) => (isHeld(secret, statement) ? [index] : []));
  }

  /** The secrets that a reader at `place` may not learn yet. `null`: not started. */
  closedAt(place: Gate, order: ViewingOrder): ClosedSecrets {
    const closed = this.#secrets.filter(({ after }) => !order.isOpen(after, place));
    return new ClosedSecrets(this.#isUnknown ? 'unknown' : closed, order);
  }
}

/** The secrets hidden at one place, to check texts against. */
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
   * The gate of a sentence, or of something read on its own like one: that of the latest secret whose words are all in
   * it, in any inflection and order. `null`: an episode unknown to the show, so it never opens.
   *
   * @param markdown the source of one sentence
   * @param context what its reader sees with it: the heading above, the target of a link in it
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

  /** A standalone text (a title, a label), or `null` if it holds a secret. */
  withheld(text: string): string | null {
    return this.gateOf(text) === undefined ? text : null;
  }
}

function keysAmong(secrets: readonly Secret[]): ReadonlySet<string> {
  return new Set(secrets.flatMap(({ phrases }) => phrases.flatMap(({ keys }) => keys)));
}

function isHeld({ phrases }: Secret, statement: Statement): boolean {
  return phrases.some((phrase) => phrase.isIn(statement));
}
