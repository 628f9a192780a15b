import type { ViewingOrder } from '../../model/order.ts';
import type { Finding } from '../finding.ts';
import { opensBefore } from '../passages.ts';
import type { Acceptance } from './acceptance.ts';
import { foretells, sentenceAt, supposes } from './claims.ts';
import type { EventKind } from './event-words.ts';
import { type LeakText, placeIn } from './leak-texts.ts';
import type { Term } from './show-names.ts';
import type { EventWord, Reading, ShowText } from './show-text.ts';
import { type Told, toldEvents } from './told-events.ts';

/** How many words may be between an event and the person it happens to. */
const NEAR = 5;
/** And where the person's name is a genitive. */
const NEAR_OWNER = 2;
const POSSESSIVE = /['’]s?$/;
/** A question that claims nothing. */
const OPEN_QUESTION =
  /^[^\p{L}]*(?:do|does|did|is|are|was|were|will|would|can|could|should|has|have|had|might|must|whether)\b[^.!?]*(?:\?|$)/iu;

/**
 * Events that are told too soon: a word of an event beside a name, where nothing that is open by then tells of such an
 * event. In prose, where words of events are common, a later recap must tell of it as well, and an episode's own recap must
 * say that it speaks of later.
 *
 * @param isSilent whether something else has been reported of a place already
 */
export function eventFindings(
  show: ShowText,
  order: ViewingOrder,
  acceptance: Acceptance,
  isSilent: (text: LeakText, offset: number) => boolean,
): Finding[] {
  const told = toldEvents(show, order);
  const shared = sharedNames(show);
  const groups = new Map<string, Group>();
  for (const reading of show.readings) {
    const { text } = reading;
    if (text.rule === 'leak/alt' || reading.events.length === 0) continue;
    for (const { event, person, teller } of earlyEvents(reading, told, shared, order)) {
      const { offset } = event.word;
      if (isSilent(text, offset)) continue;
      const isAccepted = acceptance.accepts('leak/event', text, offset);
      const id = `${text.file.path}\n${text.rule}\n${person}\n${isAccepted}`;
      const group = groups.get(id);
      if (group) group.count++;
      else groups.set(id, { text, offset, teller, isAccepted, count: 1 });
    }
  }
  return Array.from(groups.values(), ({ text, offset, teller, isAccepted, count }) => {
    const related = teller && { at: teller.at, message: 'where a recap tells of it' };
    const found = text.file.finding('leak/event', sentence(count), placeIn(text, offset), related);
    return { ...found, count, isAccepted };
  });
}

/** The events of a person in one place of a file. */
interface Group {
  readonly text: LeakText;
  readonly offset: number;
  readonly teller: Told | undefined;
  readonly isAccepted: boolean;
  count: number;
}

function sentence(count: number): string {
  const times = count > 1 ? ` (${count} times in this file)` : '';
  return `this may give away an event that nothing unlocked by then tells${times}; gate it, reword it, or explain in \`accepted\` why it may be read`;
}

interface EarlyEvent {
  readonly event: EventWord;
  readonly person: string;
  readonly teller: Told | undefined;
}

function* earlyEvents(
  { text, terms, events }: Reading,
  told: ReadonlyMap<string, Told>,
  shared: ReadonlySet<string>,
  order: ViewingOrder,
): Generator<EarlyEvent> {
  const isProse = text.rule === 'leak/text';
  if (!isProse && OPEN_QUESTION.test(text.text)) return;
  const people = peopleIn(terms, shared);
  for (const event of events) {
    const { sentence, index } = event.word;
    // in "Red Wedding" it is part of the name
    if (people.some(({ from, to }) => from <= index && index <= to)) continue;
    const near = people.filter((person) => {
      return person.sentence === sentence && isNear(person, index);
    });
    if (near.length === 0) continue;
    if (isProse && !isClaim(text, event.word.offset)) continue;
    for (const kind of event.kinds) {
      const early = near.flatMap(({ keys }) => earlyFor(kind, keys, told, text, order));
      const [found] = early;
      if (!found) continue;
      yield { event, person: found.person, teller: found.teller };
      break;
    }
  }
}

/** Whether an event of a kind is told too soon of somebody, who is called by any of these keys. */
function earlyFor(
  { kind, isStrong }: EventKind,
  keys: readonly string[],
  told: ReadonlyMap<string, Told>,
  { gate, rule, isInSpoiler }: LeakText,
  order: ViewingOrder,
): { readonly person: string; readonly teller: Told | undefined }[] {
  const tellers = keys.flatMap((key) => told.get(`${kind} ${key}`) ?? []);
  if (tellers.some((teller) => !opensBefore(order, gate, teller.gate))) return [];
  const [teller] = tellers;
  // what the first episode tells, everybody may know
  if (teller?.gate !== undefined && teller.gate === order.codes[0]) return [];
  const isProse = rule === 'leak/text';
  if (isProse && !isStrong) return [];
  if (!teller && (isProse || isInSpoiler || !isStrong)) return [];
  return [{ person: keys.join(' '), teller }];
}

interface Person {
  readonly keys: readonly string[];
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  /** What follows is theirs. */
  readonly isOwner: boolean;
}

/** The people of a text, each with all words of the name that nobody else has. */
function peopleIn(terms: readonly Term[], shared: ReadonlySet<string>): Person[] {
  const runs = new Map<number, Term[]>();
  for (const term of terms) {
    if (term.kind === 'rare') continue;
    const run = runs.get(term.run);
    if (run) run.push(term);
    else runs.set(term.run, [term]);
  }
  return Array.from(runs.values(), (run) => {
    const all = run.map(({ key }) => key);
    const own = all.filter((key) => !shared.has(key));
    const last = Math.max(...run.map((term) => term.last.index));
    return {
      keys: own.length > 0 ? own : all,
      sentence: run[0]?.word.sentence ?? 0,
      from: Math.min(...run.map(({ word }) => word.index)),
      to: last,
      isOwner: run.some(
        (term) => term.last.index === last && POSSESSIVE.test(term.last.spelling.text),
      ),
    };
  });
}

/** Whether an event may be that of a person; of "Arthur's father has died" it is not Arthur's. */
function isNear({ from, to, isOwner }: Person, index: number): boolean {
  const gap = index < from ? from - index : index - to;
  return gap <= (isOwner ? NEAR_OWNER : NEAR);
}

/** Surnames: the last words of names that follow several first names. */
function sharedNames({ readings, introduction }: ShowText): Set<string> {
  const firstNames = new Map<string, Set<string>>();
  for (const { terms } of [...introduction, ...readings]) {
    for (const [position, { key, run }] of terms.entries()) {
      const before = terms[position - 1];
      if (before?.run !== run || before.key === key) continue;
      const known = firstNames.get(key) ?? new Set();
      firstNames.set(key, known.add(before.key));
    }
  }
  return new Set([...firstNames].flatMap(([key, before]) => (before.size > 1 ? [key] : [])));
}

/** Whether prose says that the event at an offset happens, and in an episode's own recap that it happens later. */
function isClaim({ text, isTold }: LeakText, offset: number): boolean {
  const { before, all } = sentenceAt(text, offset);
  return !supposes(before) && (!isTold || foretells(all));
}
