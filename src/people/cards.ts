import type { EpisodeCode } from '../model/episode.ts';
import { Layout } from '../render/layout.ts';
import type { Line, Span } from '../render/line.ts';
import { foldName } from '../text/fold.ts';
import type { View } from '../veil/view.ts';
import type { Fact, Named } from './person.ts';

/** A card of `people.md`, as far as it is open. */
export interface Card extends Named {
  readonly facts: readonly Fact[];
}

/** Columns that every paragraph fits in, so that a line of the layout is a fact. */
const WIDTH = 20_000;

/**
 * The cards of those whom a reader has met, in the order of the file: each section of the second rank is one. What is
 * closed leaves no trace: neither a card, nor a line, nor that two cards are of one person.
 *
 * @param view of a show's `people.md`
 */
export function cardsOf(view: View): Card[] {
  const cards: { name: string; aka: string[]; facts: Fact[] }[] = [];
  for (const line of linesOf(view)) {
    const { heading } = line;
    if (heading?.rank === 2) {
      const opening = line.spans.find(({ style }) => style.opening !== undefined)?.style.opening;
      const also = opening === undefined ? null : view.openings[opening]?.also;
      cards.push({ name: heading.text, aka: namesIn(also ?? ''), facts: [] });
    } else {
      const text = openText(line);
      if (/[\p{L}\p{N}]/u.test(text)) {
        cards.at(-1)?.facts.push({ episode: episodeOf(line, view), text });
      }
    }
  }
  return joined(cards.filter(({ name }) => name !== ''));
}

function* linesOf(view: View): Generator<Line> {
  for (const lines of new Layout(view, { width: WIDTH, isAscii: false }).chunks()) yield* lines;
}

/** What of a line is text, and open. */
function openText({ spans }: Line): string {
  return spans
    .filter(isOpenText)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function isOpenText({ style: { role, decoration } }: Span): boolean {
  return role !== 'curtain' && !decoration;
}

/** The episode whose gate opened the beginning of a line. */
function episodeOf({ spans }: Line, { openings }: View): EpisodeCode | null {
  const first = spans.find(isOpenText);
  return openings[first?.style.opening ?? -1]?.gate ?? null;
}

function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Cards that others name as the same person become part of those, which come later and have the newer name. */
function joined(cards: readonly Card[]): Card[] {
  const people: Card[] = [];
  for (const card of cards) {
    const wanted = new Set(card.aka.map(foldName));
    const isSame = ({ name, aka }: Card) => [name, ...aka].some((own) => wanted.has(foldName(own)));
    const parts = people.filter(isSame);
    for (const part of parts) people.splice(people.indexOf(part), 1);
    const names = [...card.aka, ...parts.flatMap(({ name, aka }) => [name, ...aka])];
    people.push({
      name: card.name,
      aka: unique(names).filter((name) => foldName(name) !== foldName(card.name)),
      facts: [...parts.flatMap(({ facts }) => facts), ...card.facts],
    });
  }
  return people;
}

/** Names without those that are the same but for case and accents. */
function unique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [foldName(name), name])).values()];
}
