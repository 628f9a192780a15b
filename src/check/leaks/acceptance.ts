import { YamlPlaces } from '../../model/yaml-places.ts';
import { wordKeys } from '../../text/inflections.ts';
import { foldWord, wordsOf } from '../../text/words.ts';
import type { AuthorRecap } from '../author-file.ts';
import type { Finding } from '../finding.ts';
import { sentenceAt } from './claims.ts';
import type { LeakText, ReadRecap } from './leak-texts.ts';

interface Entry {
  readonly rule: string;
  /** The keys of its words; each word has one or two. */
  readonly words: readonly (readonly string[])[];
  readonly index: number;
}

/** What the authors of a show accept in the front matter of its files (`accepted`), and what of it is used. */
export class Acceptance {
  readonly #entries = new Map<string, readonly Entry[]>();
  readonly #used = new Set<Entry>();
  readonly #recaps: readonly AuthorRecap[];

  constructor(recaps: readonly ReadRecap[]) {
    this.#recaps = recaps.map(({ author }) => author);
    for (const { file, frontMatter } of this.#recaps) {
      const entries = (frontMatter.accepted ?? []).map(({ rule, words = '' }, index) => {
        return { rule, words: keysOf(words), index };
      });
      if (entries.length > 0) this.#entries.set(file.path, entries);
    }
  }

  /** Whether a file's author accepts what a rule finds at an offset of a text. */
  accepts(rule: string, { file, text, style }: LeakText, offset: number): boolean {
    const entries = this.#entries.get(file.path)?.filter((entry) => entry.rule === rule) ?? [];
    if (entries.length === 0) return false;
    const statement = style === 'prose' ? sentenceAt(text, offset).all : text;
    const said = new Set(keysOf(statement).flat());
    const entry = entries.find(({ words }) => {
      return words.every((keys) => keys.some((key) => said.has(key)));
    });
    if (entry) this.#used.add(entry);
    return entry !== undefined;
  }

  /** Entries that nothing needs. Ask when all findings have been made. */
  unused(): Finding[] {
    return this.#recaps.flatMap(({ file }) => {
      const idle = this.#entries.get(file.path)?.filter((entry) => !this.#used.has(entry)) ?? [];
      const places = new YamlPlaces(file.frontMatter);
      return idle.map(({ index }) => {
        const at = { path: file.path, ...places.position(['accepted', index]) };
        return file.finding(
          'accepted/unused',
          'nothing here needs to be accepted; remove this entry',
          at,
        );
      });
    });
  }
}

function keysOf(text: string): (readonly string[])[] {
  return wordsOf(text).map(({ text: word }) => wordKeys(foldWord(word)));
}
