import type { Gate } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';
import { NameForms, smallAmong } from '../people/name-forms.ts';
import { isTitle } from '../people/name-words.ts';
import { foldName } from '../text/fold.ts';
import { foldWord, isStopWord, type Word, wordsOf } from '../text/words.ts';
import type { AuthorFile } from './author-file.ts';
import type { Finding, Place } from './finding.ts';
import type { ReadRecap } from './leaks/leak-texts.ts';
import { opensBefore } from './passages.ts';
import { type AuthorCard, authorCards, authorPeople, firstGate } from './people-cards.ts';

const NO_TEXT = /<!--[\s\S]*?(?:-->|$)|https?:\/\/[^\s)>\]]+/g;

/** A text in a show's folder in which people can be named. */
interface Text {
  readonly text: string;
  readonly words: readonly Word[];
  readonly file: AuthorFile;
  /** What must have been watched to read it; `undefined`: nothing. */
  readonly gate: Gate | undefined;
  readonly isBody: boolean;
  /** The place of an offset into it. */
  place(offset: number): Place;
}

/** A text with the people whom it names, by their cards, and the offset at which it first does so. */
interface ReadText extends Text {
  readonly people: ReadonlyMap<AuthorCard, number>;
}

/**
 * What is wrong between a show's `people.md` and its other files: somebody named before their card opens, a name with
 * two cards, somebody whom no recap mentions. As for leaks, what the introduction names or the first episode tells,
 * everybody may know.
 *
 * @param people its `people.md`
 * @param recaps its other files, the introduction aside
 */
export function peopleFindings(
  people: ReadRecap,
  recaps: readonly ReadRecap[],
  introduction: ReadRecap | undefined,
  order: ViewingOrder,
): Finding[] {
  const cards = authorCards(people);
  const texts = recaps.flatMap((recap) => textsOf(recap, order));
  const words = new Set<string>();
  for (const text of texts) if (text.isBody) for (const word of text.words) words.add(word.text);
  const forms = new NameForms(cards, smallAmong(words));
  const read = (text: Text): ReadText => {
    return { ...text, people: forms.peopleIn(text.text, text.words) };
  };
  const told = texts.map(read);
  const introduced = introduction ? textsOf(introduction, order).map(read) : [];
  const own = textsOf(people, order).map(read);
  const first = recaps.filter(({ author }) => author.frontMatter.episode === order.codes[0]);
  const everybodys = new Set(
    [...first, ...(introduction ? [introduction] : [])].map(({ author }) => author.file),
  );
  const known = new Set(
    [...told, ...introduced]
      .filter(({ isBody, file }) => isBody && everybodys.has(file))
      .filter(({ gate }) => gate === undefined || gate === order.codes[0])
      .flatMap(({ people }) => [...people.keys()]),
  );
  return [
    ...sameNames(people.author.file, cards),
    ...earlyNames([...told, ...own], cards, known, order),
    ...untold(people.author.file, [...told, ...introduced], order),
    ...unmentioned(people.author.file, cards, words),
  ];
}

/** A second card of a name that does not join the first. */
function sameNames(file: AuthorFile, cards: readonly AuthorCard[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, AuthorCard>();
  for (const card of cards) {
    const key = foldName(card.name);
    const other = seen.get(key);
    const joins = card.aka.some((name) => foldName(name) === key);
    if (other && !joins) {
      const message =
        'this name has a card already; make it one card, or join the two with `also` in the later one';
      const related = { at: other.at, message: 'the other card' };
      findings.push(file.finding('people/same-name', message, card.at, related));
    }
    if (!other) seen.set(key, card);
  }
  return findings;
}

/** Names that can be read before the first card opens that has them. */
function earlyNames(
  texts: readonly ReadText[],
  cards: readonly AuthorCard[],
  known: ReadonlySet<AuthorCard>,
  order: ViewingOrder,
): Finding[] {
  const first = gatesOfNames(cards, order);
  const findings: Finding[] = [];
  for (const { people, file, gate, place } of texts) {
    for (const [card, offset] of people) {
      const needed = first.get(card);
      if (known.has(card) || needed === order.codes[0]) continue;
      if (!opensBefore(order, gate, needed) || !isName(card)) continue;
      const when = needed === null ? 'behind a gate that never opens' : `after ${needed}`;
      const message = `a person is named here whose card in \`people.md\` opens only ${when}; gate the name, or let the card open earlier`;
      const related = { at: card.at, message: 'the card' };
      findings.push(file.finding('people/early', message, place(offset), related));
    }
  }
  return findings;
}

/** For each card the gate that is the first to open its name: its own, or that of another whose name has it as a part. */
function gatesOfNames(
  cards: readonly AuthorCard[],
  order: ViewingOrder,
): Map<AuthorCard, Gate | undefined> {
  const folded = cards.map(({ name, aka, gate }) => {
    return { names: [name, ...aka].map((one) => ` ${foldName(one)} `), gate };
  });
  return new Map(
    cards.map((card, index) => {
      const [wanted = ''] = folded[index]?.names ?? [];
      const having = folded.filter(({ names }) => names.some((name) => name.includes(wanted)));
      const gates = having.map(({ gate }) => gate);
      return [card, firstGate(gates, order)];
    }),
  );
}

/** Cards that open before anything else names their person. */
function untold(file: AuthorFile, told: readonly ReadText[], order: ViewingOrder): Finding[] {
  const first = new Map<AuthorCard, Told>();
  for (const { people, gate, place } of told) {
    for (const [card, offset] of people) {
      const known = first.get(card);
      if (!known || opensBefore(order, gate, known.gate))
        first.set(card, { gate, at: place(offset) });
    }
  }
  return [...first].flatMap(([card, { gate, at }]) => {
    if (!isName(card) || !opensBefore(order, card.gate, gate)) return [];
    const when = gate === null ? 'behind a gate that never opens' : `after ${gate}`;
    const message = `this card opens before the show names the person, which is ${when}; gate the card by that episode`;
    const related = { at, message: 'where they are first named' };
    return [file.finding('people/untold', message, card.at, related)];
  });
}

/** Where somebody is named, and what must have been watched to read that. */
interface Told {
  readonly gate: Gate | undefined;
  readonly at: Place;
}

/**
 * People whom no recap mentions by any of their names. A description ("the man with the file") may be put otherwise.
 *
 * @param words those of the recaps
 */
function unmentioned(
  file: AuthorFile,
  cards: readonly AuthorCard[],
  words: ReadonlySet<string>,
): Finding[] {
  const written = new Set([...words].flatMap(nameWord));
  const isMentioned = ({ name, aka }: AuthorCard) =>
    [name, ...aka].some((name) => {
      return wordsOf(name).some(({ text }) => nameWord(text).some((word) => written.has(word)));
    });
  return authorPeople(cards).flatMap((person) => {
    const [card] = person;
    if (!card || !person.every(isName) || person.some(isMentioned)) return [];
    const message =
      'no recap mentions this person by a name of theirs; correct the name, or delete the card';
    return [file.finding('people/unmentioned', message, card.at)];
  });
}

/** A word as it is compared, if a name can be made of it. */
function nameWord(word: string): string[] {
  if (/^\p{Ll}/u.test(word)) return [];
  const key = foldWord(word);
  return isTitle(key) || isStopWord(key) ? [] : [key];
}

/** Whether a card is headed by a name rather than by a description, such as "Trabb's boy". */
function isName({ name }: AuthorCard): boolean {
  const words = wordsOf(name);
  const [first] = words;
  if (!first || isStopWord(foldWord(first.text)) || /['’]s\b/.test(name)) return false;
  return words.some(({ text }) => !/^\p{Ll}/u.test(text));
}

/** What can be read of a file, with its gates: its text, its labels, its title, summary and tags. */
function textsOf({ author: { file, frontMatter }, flat }: ReadRecap, order: ViewingOrder): Text[] {
  const { episode } = frontMatter;
  const before = episode && order.codes[order.codes.indexOf(episode) - 1];
  const passages = flat.passages.map(({ text: markdown, offset: start, gate }): Text => {
    const text = markdown.replace(NO_TEXT, (skipped) => ' '.repeat(skipped.length));
    const place = (at: number) => file.inBody(start + at);
    return { text, words: wordsOf(text), file, gate, isBody: true, place };
  });
  const apart = { file, isBody: false };
  const labels = flat.spoilers.flatMap(({ spoiler: { label, offset }, around: gate }): Text[] => {
    if (label === undefined) return [];
    const place = () => file.inBody(offset);
    return [{ ...apart, text: label, words: wordsOf(label), gate, place }];
  });
  const fields = file.values.flatMap(({ path: [key], start, end }): Text[] => {
    if (key !== 'title' && key !== 'summary' && key !== 'tags') return [];
    const text = file.frontMatter.slice(start, end);
    const gate = key === 'title' ? before : undefined;
    const place = (offset: number) => file.inFrontMatter(start + offset);
    return [{ ...apart, text, words: wordsOf(text), gate, place }];
  });
  return [...passages, ...labels, ...fields];
}
