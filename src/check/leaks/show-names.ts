import { wordKeys } from '../../text/inflections.ts';
import { isCommon, isCommonSmall } from '../common-words.ts';
import { isAddress, isAlsoFirstName, isEverybodys, isFunctionWord } from './plain-words.ts';
import type { WrittenText, WrittenWord } from './written-words.ts';

/** A name or a rare word in a text: what may tell something. */
export interface Term {
  /** The same for all inflections of a word. */
  readonly key: string;
  readonly word: WrittenWord;
  /** The last word of a name that has several. */
  readonly last: WrittenWord;
  /** Counts the runs of neighboring terms in the text: "Van" and "Helsing" have one number. */
  readonly run: number;
  /** It is a name. An address is one where a single person has it: "the Count" for Count Dracula. */
  readonly kind: 'name' | 'rare' | 'address';
}

/** A longer name is found by its first words. */
const MOST_WORDS = 6;

/**
 * What a show's texts write as a name. A word that they write with a capital in the middle of a sentence is one, common or
 * not; neighboring capitals are one name if they are words that may be no names by themselves ("Night King").
 */
export class ShowNames {
  /** Words by themselves, and those that begin a name. */
  readonly #alone = new Set<string>();
  readonly #first = new Set<string>();
  /** Words that are no common ones and that it writes with a capital: Arthur, London, Bofur. */
  readonly #capital = new Set<string>();
  /** Words that it writes small. */
  readonly #written = new Set<string>();
  /** By form of address, the last words of the names that follow it. */
  readonly #addressed = new Map<string, Set<string>>();
  /** Names of several words, these with spaces between. */
  readonly #joint = new Set<string>();

  /** Learns from prose. */
  learn({ runs, small }: Pick<WrittenText, 'runs' | 'small'>): void {
    for (const folded of small) this.#written.add(folded);
    for (const run of runs) this.#learnRun(run);
  }

  /** Learns a name that the author declares, and returns its keys: of all its words together, or of the one. */
  declare(words: readonly WrittenWord[]): {
    readonly whole: string;
    readonly parts: readonly string[];
  } {
    const all = words.map(({ folded }) => folded);
    const parts = all.filter((folded) => !isFunctionWord(folded) && !isAddress(folded));
    const joint = all.filter((folded) => !isFunctionWord(folded));
    for (const part of parts) this.#alone.add(part);
    const [only = ''] = joint;
    if (joint.length < 2) return { whole: keyOf(only), parts: [] };
    this.#joint.add(joint.join(' '));
    return { whole: joint.join(' '), parts: parts.map(keyOf) };
  }

  /** The names and rare words of a text. */
  termsOf({ words, runs }: Pick<WrittenText, 'words' | 'runs'>, isProse: boolean): Term[] {
    const terms: Term[] = [];
    for (const word of words) {
      const kind = this.#kindOf(word, isProse);
      if (kind === undefined) continue;
      terms.push({ key: keyOf(word.folded), word, last: word, run: word.run, kind });
    }
    runs.forEach((run, index) => {
      const [only] = run;
      if (run.length === 1 && only?.isMarked) {
        const key = this.#addressee(only.folded);
        if (key !== undefined)
          terms.push({ key, word: only, last: only, run: index, kind: 'address' });
      }
      for (const { word, last, key } of this.#jointsIn(run)) {
        terms.push({ key, word, last, run: index, kind: 'name' });
      }
    });
    return terms;
  }

  #learnRun(run: readonly WrittenWord[]): void {
    // "Mother Teresa" is called Teresa, and the Mother of Dragons is not called Dragons
    const start = run.findIndex(({ folded }, index) => {
      return !isAddress(folded) || run[index + 1]?.followsOf;
    });
    const name = start === -1 ? [] : run.slice(start);
    const address = run[start - 1]?.folded;
    const last = name.at(-1);
    if (address !== undefined && last && run.at(-1) === last) {
      const names = this.#addressed.get(address) ?? new Set();
      this.#addressed.set(address, names.add(last.folded));
    }
    const isOne = name.length === 1;
    const hasRare = name.some(({ folded }) => !isCommonSmall(folded));
    for (const [position, { folded, isMarked }] of name.entries()) {
      if (isEverybodys(folded)) continue;
      if (!isCommonSmall(folded)) this.#capital.add(folded);
      if (!isMarked || !isCommonSmall(folded)) continue;
      if (isOne) this.#alone.add(folded);
      else if (hasRare && position === 0) this.#first.add(folded);
    }
    if (name.length < 2 || !name.every(({ isMarked }) => isMarked)) return;
    if (!name.some(({ folded }) => isCommonSmall(folded))) return;
    this.#joint.add(name.map(({ folded }) => folded).join(' '));
  }

  #kindOf(word: WrittenWord, isProse: boolean): 'name' | 'rare' | undefined {
    const { folded, hasCapital, isMarked } = word;
    if (folded.length < 3 || /\d/.test(folded)) return undefined;
    if (isEverybodys(folded) || isAddress(folded)) return undefined;
    if (isFunctionWord(folded)) {
      return isAlsoFirstName(folded) && isMarked && this.#alone.has(folded) ? 'name' : undefined;
    }
    if (isCommonSmall(folded)) {
      if (!hasCapital) return undefined;
      const isAlone = this.#alone.has(folded);
      const isSafe = !this.#written.has(folded) && (isAlone || this.#first.has(folded));
      return isSafe || (isAlone && isMarked && isProse) ? 'name' : undefined;
    }
    const isRare = !isCommon(folded);
    if (hasCapital && this.#capital.has(folded)) {
      return isRare && this.#written.has(folded) ? 'rare' : 'name';
    }
    return isRare ? 'rare' : undefined;
  }

  /** Whom a form of address means by itself: the one who has it. */
  #addressee(folded: string): string | undefined {
    const [name, ...others] = this.#addressed.get(folded) ?? [];
    return name === undefined || others.length > 0 ? undefined : keyOf(name);
  }

  /** The names of several words in a run of capitals. */
  #jointsIn(run: readonly WrittenWord[]): Pick<Term, 'word' | 'last' | 'key'>[] {
    if (this.#joint.size === 0) return [];
    return run.flatMap((word, from) => {
      let key = word.folded;
      return run.slice(from + 1, from + MOST_WORDS).flatMap((last) => {
        key += ` ${last.folded}`;
        return this.#joint.has(key) ? [{ word, last, key }] : [];
      });
    });
  }
}

function keyOf(folded: string): string {
  return isCommonSmall(folded) ? `^${folded}` : (wordKeys(folded)[0] ?? folded);
}
