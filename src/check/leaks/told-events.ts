import type { Gate } from '../../model/episode.ts';
import type { ViewingOrder } from '../../model/order.ts';
import type { Place } from '../finding.ts';
import { opensBefore } from '../passages.ts';
import { foretells, sentenceAt } from './claims.ts';
import { placeIn } from './leak-texts.ts';
import type { Reading, ShowText } from './show-text.ts';
import type { WrittenWord } from './written-words.ts';

/** Where a kind of event is first told of a person. */
export interface Told {
  readonly gate: Gate | undefined;
  readonly at: Place;
}

/**
 * What recaps and the introduction tell first, by kind of event and key of a name (`death ned`). The names are those in the
 * clause of the event, and those before it that a pronoun or nothing stands for.
 */
export function toldEvents(
  { readings, introduction }: ShowText,
  order: ViewingOrder,
): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>();
  const introductions = new Set(introduction);
  for (const reading of [...introduction, ...readings.filter(({ text }) => text.isTold)]) {
    const { text, events } = reading;
    const namesOf = introductions.has(reading) ? namesNear : namesFor;
    for (const { kinds, word } of events) {
      if (foretells(sentenceAt(text.text, word.offset).all)) continue;
      for (const key of namesOf(word, reading)) {
        for (const { kind } of kinds) {
          const id = `${kind} ${key}`;
          const other = told.get(id);
          if (other && !opensBefore(order, text.gate, other.gate)) continue;
          told.set(id, { gate: text.gate, at: placeIn(text, word.offset) });
        }
      }
    }
  }
  return told;
}

/** Whom the introduction may tell an event of: it is short, and everybody knows what it says. */
function namesNear({ sentence }: WrittenWord, { terms }: Reading): Set<string> {
  const near = terms.filter(({ kind, word }) => {
    return kind !== 'rare' && Math.abs(word.sentence - sentence) <= 1;
  });
  return new Set(near.map(({ key }) => key));
}

/** Whom a recap may tell an event of. */
function namesFor({ clause, sentence }: WrittenWord, { terms, pronouns }: Reading): Set<string> {
  const names = terms.filter(({ kind }) => kind !== 'rare');
  const own = names.filter(({ word }) => word.clause === clause);
  const hasPronoun = pronouns.has(clause);
  if (!hasPronoun && own.length > 0) return new Set(own.map(({ key }) => key));
  const earliest = hasPronoun ? sentence - 1 : sentence;
  const before = names.filter(({ word }) => word.clause < clause && word.sentence >= earliest);
  const nearest = Math.max(...before.map(({ word }) => word.clause));
  const meant = before.filter(({ word }) => word.clause === nearest);
  return new Set([...own, ...meant].map(({ key }) => key));
}
