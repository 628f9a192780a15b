import { Secrets } from '../../gated/secrets.ts';
import type { EpisodeCode } from '../../model/episode.ts';
import type { ViewingOrder } from '../../model/order.ts';
import { wordKeys } from '../../text/inflections.ts';
import type { Place } from '../finding.ts';
import { opensBefore } from '../passages.ts';
import { foretells, sentenceAt, supposes } from './claims.ts';
import type { DeclaredNames } from './declared-names.ts';
import { type LeakText, placeIn } from './leak-texts.ts';
import { isAddress } from './plain-words.ts';
import type { Term } from './show-names.ts';
import type { EventWord, Reading, ShowText } from './show-text.ts';
import type { WrittenWord } from './written-words.ts';

/** A secret that a show could declare. */
export interface SuggestedSecret {
  /** Wordings of it. */
  readonly phrases: readonly string[];
  readonly after: EpisodeCode;
  /** Where its recap tells it. */
  readonly at: Place;
}

/** A short list is one that an author reads. */
const MOST = 12;
const MOST_WORDINGS = 4;

/** How much a kind of event is worth keeping; others are worth 1. */
const WORTH: Readonly<Record<string, number>> = {
  death: 4,
  identity: 4,
  betrayal: 4,
  change: 4,
  marriage: 3,
  birth: 3,
  kinship: 3,
  return: 3,
  power: 2,
  capture: 2,
};

interface Candidate {
  readonly phrases: Map<string, string>;
  readonly after: EpisodeCode;
  readonly at: Place;
  readonly worth: number;
}

/**
 * The events that a show's recaps tell and that would be worth declaring, the most telling first. Those that the first
 * episode tells, that are declared already, or whose words stand together in an earlier recap are left out.
 */
export function suggestedSecrets(
  { readings, introduction, declared: names }: ShowText,
  declared: Secrets,
  order: ViewingOrder,
): SuggestedSecret[] {
  const people = peopleOf(readings, names);
  const candidates = new Map<string, Candidate>();
  for (const reading of readings) {
    const { text, events } = reading;
    const { gate } = text;
    if (!text.isTold || text.part !== 'body' || !gate || gate === order.codes[0]) continue;
    for (const event of events) {
      const kind = event.kinds.find(({ isStrong }) => isStrong)?.kind;
      const phrase = kind && phraseOf(event, reading, people);
      if (!phrase || declared.heldIn(phrase.words).length > 0) continue;
      const { offset } = event.word;
      const { all: sentence, before } = sentenceAt(text.text, offset);
      if (foretells(sentence) || supposes(before) || declared.heldIn(sentence).length > 0) continue;
      const id = `${kind} ${phrase.people}`;
      const other = candidates.get(id);
      if (other && !opensBefore(order, gate, other.after)) {
        if (other.phrases.size < MOST_WORDINGS) other.phrases.set(phrase.key, phrase.words);
        continue;
      }
      candidates.set(id, {
        phrases: new Map([[phrase.key, phrase.words]]),
        after: gate,
        at: placeIn(text, offset),
        worth: (WORTH[kind] ?? 1) + order.codes.indexOf(gate) / order.codes.length,
      });
    }
  }
  const all = [...candidates.values()].map(({ phrases, ...rest }) => ({
    ...rest,
    phrases: [...phrases.values()],
  }));
  const early = toldEarlier(all, [...introduction, ...readings], order);
  return all
    .filter((candidate) => !early.has(candidate))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST)
    .sort((a, b) => order.compare(a.after, b.after))
    .map(({ phrases, after, at }) => ({ phrases, after, at }));
}

interface EventPhrase {
  readonly words: string;
  /** The same for all inflections of its event. */
  readonly key: string;
  readonly people: string;
}

/** A name that is written more often than this is that of somebody, if `people.md` does not say who there is. */
const SELDOM = 2;

/** The keys of the names of people: those with a card, else those that the show names often. */
function peopleOf(readings: readonly Reading[], { atLatest }: DeclaredNames): Set<string> {
  if (atLatest.size > 0) return new Set(atLatest.keys());
  const counts = new Map<string, number>();
  for (const { terms } of readings) {
    for (const { key, kind } of terms) {
      if (kind === 'name') counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Set([...counts].flatMap(([key, count]) => (count > SELDOM ? [key] : [])));
}

/** An event with those who are named in its clause, in their order: "Ada kills Tom". */
function phraseOf(
  { word }: EventWord,
  { terms }: Reading,
  people: ReadonlySet<string>,
): EventPhrase | undefined {
  const named = terms.filter((term) => term.kind === 'name' && term.word.clause === word.clause);
  const runs = [...new Set(named.map(({ run }) => run))]
    .map((run) => named.filter((term) => term.run === run))
    .filter((run) => run.some(({ key }) => people.has(key)));
  if (runs.length === 0 || runs.length > 2) return undefined;
  const parts = [...runs.flatMap(wordsOf), word].sort((a, b) => a.index - b.index);
  return {
    words: parts.map(({ spelling }) => spelling.text.replace(/['’]s?$/, '')).join(' '),
    key: wordKeys(word.folded)[0] ?? word.folded,
    people: runs.map(([first]) => first?.key).join(' '),
  };
}

/** The words of a name, each once; a form of address is none of them. */
function wordsOf(run: readonly Term[]): WrittenWord[] {
  const words = run.flatMap(({ word, last }) => [word, last]);
  return [...new Set(words)].filter(({ folded }) => !isAddress(folded));
}

/** The candidates whose words stand together in a sentence that can be read before their episode. */
function toldEarlier<
  T extends { readonly phrases: readonly string[]; readonly after: EpisodeCode },
>(all: readonly T[], readings: readonly Reading[], order: ViewingOrder): Set<T> {
  const secrets = new Secrets(all.map(({ phrases, after }) => ({ any: [...phrases], after })));
  const early = new Set<T>();
  for (const { text } of readings) {
    for (const sentence of sentencesOf(text)) {
      for (const index of secrets.heldIn(sentence)) {
        const candidate = all[index];
        if (candidate && opensBefore(order, text.gate, candidate.after)) early.add(candidate);
      }
    }
  }
  return early;
}

function sentencesOf({ text, style }: LeakText): string[] {
  return style === 'prose' ? (text.match(/[^.!?]+/g) ?? []) : [text];
}
