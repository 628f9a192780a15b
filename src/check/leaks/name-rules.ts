import type { Gate } from '../../model/episode.ts';
import type { ViewingOrder } from '../../model/order.ts';
import type { Finding, Place } from '../finding.ts';
import { opensBefore } from '../passages.ts';
import type { Acceptance } from './acceptance.ts';
import type { DeclaredNames } from './declared-names.ts';
import { type LeakText, placeIn } from './leak-texts.ts';
import type { Term } from './show-names.ts';
import type { ShowText } from './show-text.ts';

/** A name or rare word somewhere in a show's folder. */
interface Mention {
  readonly text: LeakText;
  readonly term: Term;
}

/** Where a name may first be read. */
interface Teller {
  readonly gate: Gate | undefined;
  readonly at: Place;
}

/** A mention that can be read before its name is revealed. */
interface Early extends Mention {
  readonly gate: Gate;
  /** Where the name is revealed. */
  readonly revealedAt: Place;
  readonly isAccepted: boolean;
}

/** Names that stand next to each other too soon: one of these is one finding. */
export interface LeakedName {
  readonly text: LeakText;
  readonly offset: number;
  readonly finding: Finding;
}

/**
 * Words that only gated text may know and that can be read elsewhere before: names and rare words that an episode's recap
 * tells first, or a spoiler of an article where no recap tells them. What the show's introduction names, or its first
 * episode tells, everybody may know.
 *
 * @param isSilent whether something else has been reported of a place already
 */
export function leakedNames(
  { readings, introduction, declared }: ShowText,
  order: ViewingOrder,
  acceptance: Acceptance,
  isSilent: (text: LeakText, offset: number) => boolean,
): LeakedName[] {
  const known = new Set(declared.known);
  for (const { text, terms } of introduction) {
    if (text.gate === undefined) for (const { key } of terms) known.add(key);
  }
  const byKey = new Map<string, Mention[]>();
  for (const { text, terms } of readings) {
    for (const term of terms) {
      if (term.kind === 'address') continue;
      const same = byKey.get(term.key);
      if (same) same.push({ text, term });
      else byKey.set(term.key, [{ text, term }]);
    }
  }
  const early: Early[] = [];
  for (const [key, mentions] of byKey) {
    if (known.has(key)) continue;
    const teller = tellerOf(key, mentions, declared, order);
    if (!teller || teller.gate === undefined || teller.gate === order.codes[0]) continue;
    for (const mention of mentions) {
      if (!opensBefore(order, mention.text.gate, teller.gate)) continue;
      if (isSilent(mention.text, mention.term.word.offset)) continue;
      const { text, term } = mention;
      const isAccepted = acceptance.accepts(text.rule, text, term.word.offset);
      early.push({ ...mention, gate: teller.gate, revealedAt: teller.at, isAccepted });
    }
  }
  return inGroups(early);
}

function tellerOf(
  key: string,
  mentions: readonly Mention[],
  declared: DeclaredNames,
  order: ViewingOrder,
): Teller | undefined {
  const exact = declared.exact.get(key);
  if (exact) return exact;
  const told = first(
    mentions.filter(({ text }) => text.isTold && text.part === 'body'),
    order,
  );
  const teller = told && tellerIn(told);
  const declaration = declared.atLatest.get(key);
  if (declaration && (!teller || opensBefore(order, declaration.gate, teller.gate))) {
    return declaration;
  }
  return teller ?? secretOf(mentions, order);
}

function tellerIn({ text, term }: Mention): Teller {
  return { gate: text.gate, at: placeIn(text, term.word.offset) };
}

/** The mention that can be read first. */
function first(all: readonly Mention[], order: ViewingOrder): Mention | undefined {
  return all.reduce<Mention | undefined>(
    (found, next) => (!found || opensBefore(order, next.text.gate, found.text.gate) ? next : found),
    undefined,
  );
}

/**
 * Where no episode's recap tells a word: the spoiler that hides it, if it is hidden at all. What an article says
 * openly before it comes to that spoiler is no secret.
 */
function secretOf(all: readonly Mention[], order: ViewingOrder): Teller | undefined {
  const prose = all.filter(({ text }) => text.rule === 'leak/text' && text.part === 'body');
  const teller = first(
    prose.filter(({ text }) => text.gate !== undefined),
    order,
  );
  if (!teller) return undefined;
  const isOpenBefore = prose.some(({ text, term }) => {
    return (
      text.gate === undefined &&
      text.file === teller.text.file &&
      text.start + term.word.offset < teller.text.start + teller.term.word.offset
    );
  });
  return isOpenBefore ? undefined : tellerIn(teller);
}

/**
 * One finding for a name, a file and a rule, with the count. Neighboring words are one name, and so are all words that
 * are its neighbors somewhere in the file.
 */
function inGroups(mentions: readonly Early[]): LeakedName[] {
  const groups = new Map<string, Early[]>();
  const leaders = leadersOf(mentions);
  for (const mention of mentions) {
    const { text, term, isAccepted } = mention;
    const id = `${text.file.path}\n${text.rule}\n${leaders(term.key)}\n${isAccepted}`;
    const group = groups.get(id);
    if (group) group.push(mention);
    else groups.set(id, [mention]);
  }
  return [...groups.values()].flatMap((group) => {
    const [head, ...others] = group.sort(byPosition);
    if (!head) return [];
    const count = new Set([head, ...others].map(({ text, term }) => `${text.start} ${term.run}`))
      .size;
    const { text, term, gate, revealedAt, isAccepted } = head;
    const related = { at: revealedAt, message: 'where it is first revealed' };
    const at = placeIn(text, term.word.offset);
    const finding = {
      ...text.file.finding(text.rule, sentence(gate, count), at, related),
      count,
      isAccepted,
    };
    return [{ text, offset: term.word.offset, finding }];
  });
}

function byPosition(a: Mention, b: Mention): number {
  return a.text.start + a.term.word.offset - (b.text.start + b.term.word.offset);
}

/** For the key of a word, that of the first word in its name. */
function leadersOf(mentions: readonly Mention[]): (key: string) => string {
  const leaders = new Map<string, string>();
  const leaderOf = (key: string): string => {
    const next = leaders.get(key);
    return next === undefined || next === key ? key : leaderOf(next);
  };
  const runs = new Map<LeakText, Map<number, string>>();
  for (const { text, term } of mentions) {
    const inText = runs.get(text) ?? new Map<number, string>();
    runs.set(text, inText);
    const neighbor = inText.get(term.run);
    if (neighbor === undefined) inText.set(term.run, term.key);
    else leaders.set(leaderOf(term.key), leaderOf(neighbor));
  }
  return leaderOf;
}

function sentence(gate: Gate, count: number): string {
  const when = gate === null ? 'behind a gate that never opens' : `after ${gate}`;
  const times = count > 1 ? ` (${count} times in this file)` : '';
  return `a name or rare word that is only revealed ${when} can be read earlier here${times}; gate it, reword it, or list it under \`known\` in \`show.md\``;
}
