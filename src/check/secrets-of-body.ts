import { saysAsWritten } from '../gated/phrase.ts';
import type { Secrets, SecretWord } from '../gated/secrets.ts';
import type { Gate } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';
import { wordsOf } from '../text/words.ts';
import { curtainMark } from '../veil/marks.ts';
import { type Sentence, sentences } from '../veil/sentences.ts';
import { partitionPoint } from './partition-point.ts';
import { type FlatBody, opensBefore, type Passage } from './passages.ts';

/** A statement that holds secrets. */
export interface HeldStatement {
  readonly part: 'body' | 'front matter' | 'name';
  /** In UTF-16 code units of its part. */
  readonly from: number;
  readonly to: number;
  /** By index. */
  readonly held: readonly number[];
}

type Range = Pick<Sentence, 'from' | 'to'>;

/** The sentences of a body that hold secrets. */
export class SecretsOfBody {
  readonly #secrets: Secrets;
  readonly #order: ViewingOrder;
  readonly #passages: readonly Passage[];
  /** For each passage its words that secrets have; `undefined`: markup may make others of them. */
  readonly #words: readonly (readonly SecretWord[])[] | undefined;
  /** The secrets that the body may hold by its words. */
  readonly #possible: readonly number[] | undefined;
  /** By what is open: before most episodes it is the same. */
  readonly #known = new Map<string, readonly HeldStatement[]>();

  constructor({ passages }: FlatBody, secrets: Secrets, order: ViewingOrder) {
    this.#secrets = secrets;
    this.#order = order;
    this.#passages = passages;
    // spoilers are markup between words
    if (!saysAsWritten(passages.map(({ text }) => text).join('*'))) return;
    this.#words = passages.map((passage) => secrets.wordsAmong(wordsOf(passage.text)));
    this.#possible = secrets.possibleWith(this.#words.flat());
  }

  /** Those that can be read just before an episode and may hold a secret. */
  before(secret: number, after: Gate): readonly HeldStatement[] {
    if (!this.#mayHold(secret)) return [];
    return this.#sentences(this.#passages.map(({ gate }) => opensBefore(this.#order, gate, after)));
  }

  /** Whether any of them holds a secret. */
  tells(secret: number): boolean {
    if (!this.#mayHold(secret)) return false;
    const all = this.#sentences(this.#passages.map(() => true));
    return all.some(({ held }) => held.includes(secret));
  }

  #mayHold(secret: number): boolean {
    return this.#possible?.includes(secret) ?? true;
  }

  /** @param open for each passage whether it can be read */
  #sentences(open: readonly boolean[]): readonly HeldStatement[] {
    if (!open.includes(true)) return [];
    const id = open.map(Number).join('');
    const found = this.#known.get(id) ?? this.#read(open);
    this.#known.set(id, found);
    return found;
  }

  #read(open: readonly boolean[]): HeldStatement[] {
    const text = new OpenText(this.#passages, open);
    const words = this.#words && text.placed(this.#words);
    if (words && !this.#mayBeIn(words)) return [];
    const textOf = ({ from, to }: Range) => text.text.slice(from, to);
    return [...sentences(text.text)].flatMap((sentence): HeldStatement[] => {
      const { from, to, context } = sentence;
      const parts = [sentence, ...context];
      if (words && !this.#mayBeIn(parts.flatMap((part) => wordsIn(words, part)))) return [];
      const held = this.#secrets.heldIn(textOf(sentence), context.map(textOf));
      if (held.length === 0) return [];
      return [{ part: 'body', from: text.inBody(from), to: text.inBody(to), held }];
    });
  }

  /** Whether a text with these of its words may hold any secret. */
  #mayBeIn(words: readonly SecretWord[]): boolean {
    return words.length > 0 && this.#secrets.possibleWith(words, this.#possible).length > 0;
  }
}

/** The words in a part of a text. @param words in the order of their offsets */
function wordsIn(words: readonly SecretWord[], { from, to }: Range): SecretWord[] {
  const found: SecretWord[] = [];
  let index = partitionPoint(words, ({ offset }) => offset < from);
  for (let word = words[index]; word && word.offset < to; word = words[++index]) found.push(word);
  return found;
}

/** What of a body can be read, with curtain marks in place of the rest. */
class OpenText {
  readonly text: string = '';
  readonly #starts: { readonly at: number; readonly offset: number; readonly index: number }[] = [];

  /** @param open for each passage whether it can be read */
  constructor(passages: readonly Passage[], open: readonly boolean[]) {
    for (const [index, { text, offset }] of passages.entries()) {
      if (open[index]) this.#starts.push({ at: this.text.length, offset, index });
      this.text += open[index] ? text : curtainMark(0);
    }
  }

  /** The offset in the body of an offset in the text. */
  inBody(position: number): number {
    const start = this.#starts.findLast(({ at }) => at <= position);
    return start ? start.offset + position - start.at : 0;
  }

  /** The words of the passages that can be read, by their offsets in the text. */
  placed(words: readonly (readonly SecretWord[])[]): SecretWord[] {
    return this.#starts.flatMap(({ at, index }) => {
      return (words[index] ?? []).map(({ offset, keys }) => ({ offset: at + offset, keys }));
    });
  }
}
