import { fold } from '../text/fold.ts';
import { fullTitle, type View } from '../veil/view.ts';
import { couldHold } from './could-hold.ts';
import { type Passage, passages } from './passages.ts';
import { type Match, matchesOf, type Term } from './query.ts';
import { type Word, wordsOf } from './words.ts';

/** A passage with matches, and its location. */
export interface Hit {
  readonly show: string;
  readonly showTitle: string;
  readonly slug: string;
  readonly episode: View['episode'];
  /** The recap's, as the reader may know it. */
  readonly title: string;
  readonly passage: Passage;
  /** Where in the passage, in UTF-16 code units; in order and apart from each other. */
  readonly matches: readonly Match[];
}

interface Candidate {
  readonly hit: Hit;
  /** How often each term occurs in the passage; a fraction of one if it occurs only above it. */
  readonly counts: readonly number[];
}

/** Okapi BM25: how fast a term's further occurrences, and a passage's length, lose weight. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
/** The weight of a longer word than was typed, and of a word that occurs only in the heading or title above. */
const PREFIX_COUNT = 0.4;
const ABOVE_COUNT = 0.2;
const KIND_WEIGHTS = { title: 2, heading: 1.5, summary: 1, text: 1 } as const;

/**
 * Finds the passages that hold every term: itself, or in the heading and title above it, and at least one
 * itself. It sees views alone, so what is hidden has no effect on what is found or how it is ranked.
 */
export class Search {
  readonly #terms: readonly Term[];
  readonly #candidates: Candidate[] = [];
  /** The passages of those views that hold every term: how many, how many with each term, and how long they are. */
  #count = 0;
  readonly #holding: number[];
  #letters = 0;

  /** @param terms at least one */
  constructor(terms: readonly Term[]) {
    this.#terms = terms;
    this.#holding = terms.map(() => 0);
  }

  /** Searches a view. */
  add(view: View): void {
    const terms = this.#terms;
    if (!couldHold(view, terms)) return;
    const above = new Above(view, terms);
    const all = Array.from(passages(view), (passage) => {
      return { passage, matches: termMatches(passage.text, terms) };
    });
    const held = terms.map((_, term) => all.filter(({ matches }) => matches[term]?.length).length);
    if (held.includes(0)) return;
    held.forEach((times, term) => {
      this.#holding[term] = (this.#holding[term] ?? 0) + times;
    });
    for (const { passage, matches } of all) {
      this.#count++;
      this.#letters += passage.text.length;
      const counts = matches.map((found, index) => countOf(found) || above.count(passage, index));
      if (counts.includes(0) || matches.every((found) => found.length === 0)) continue;
      const { show, showTitle, slug, episode, title } = view;
      const hit = { show, showTitle, slug, episode, title, passage, matches: joined(matches) };
      this.#candidates.push({ hit, counts });
    }
  }

  /** What was found: the best first, by Okapi BM25 over the passages of those views that hold every term, then in order. */
  hits(): Hit[] {
    const count = this.#count;
    const rarity = this.#holding.map((held) => Math.log(1 + (count - held + 0.5) / (held + 0.5)));
    const average = this.#letters / Math.max(1, count);
    const score = ({ hit: { passage }, counts }: Candidate): number => {
      const length = 1 - LENGTH_WEIGHT + LENGTH_WEIGHT * (passage.text.length / average);
      const sum = counts.reduce((total, times, index) => {
        return total + ((rarity[index] ?? 0) * times) / (times + SATURATION * length);
      }, 0);
      return sum * KIND_WEIGHTS[passage.kind];
    };
    return this.#candidates
      .map((candidate) => ({ hit: candidate.hit, score: score(candidate) }))
      .sort((a, b) => b.score - a.score)
      .map(({ hit }) => hit);
  }
}

/** Searches views. @param terms at least one */
export function search(views: Iterable<View>, terms: readonly Term[]): Hit[] {
  const search = new Search(terms);
  for (const view of views) search.add(view);
  return search.hits();
}

/** What is above a view's passages: its title, and the current heading. */
class Above {
  readonly #terms: readonly Term[];
  readonly #title: readonly boolean[];
  #heading: string | null = null;
  #underHeading: readonly boolean[] = [];

  constructor(view: View, terms: readonly Term[]) {
    this.#terms = terms;
    this.#title = termMatches(fullTitle(view), terms).map((found) => found.length > 0);
  }

  /** The weight of a term that occurs not in a passage but above it. */
  count({ kind, heading }: Passage, term: number): number {
    if (kind === 'title') return 0;
    if (heading !== this.#heading) {
      this.#heading = heading;
      this.#underHeading = termMatches(heading ?? '', this.#terms).map(({ length }) => length > 0);
    }
    return this.#title[term] || this.#underHeading[term] ? ABOVE_COUNT : 0;
  }
}

/** The occurrences of each term in a text. */
function termMatches(text: string, terms: readonly Term[]): Match[][] {
  const folded = fold(text);
  let words: Word[] | undefined;
  return terms.map((term) => {
    // most passages have none of it, and need not be parted into words
    if (!term.words.every((word) => folded.includes(word))) return [];
    words ??= wordsOf(text);
    return matchesOf(term, words);
  });
}

function countOf(found: readonly Match[]): number {
  return found.reduce((sum, { isWhole }) => sum + (isWhole ? 1 : PREFIX_COUNT), 0);
}

/** The matches of all terms in order, those that overlap as one. */
function joined(matches: readonly (readonly Match[])[]): Match[] {
  const found: Match[] = [];
  for (const match of matches.flat().sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = found.at(-1);
    if (last && match.from < last.to) {
      found[found.length - 1] = { ...last, to: Math.max(last.to, match.to) };
    } else found.push(match);
  }
  return found;
}
