import { cardLines } from '../people/card-lines.ts';
import type { PeopleMet } from '../people/people-met.ts';
import type { Mention, Person } from '../people/person.ts';
import type { Line } from '../render/line.ts';
import { wordsOf } from '../text/words.ts';
import { bodyRows, layoutAt } from './geometry.ts';
import { type Handlers, moveHandlers } from './handlers.ts';
import { type MoveCommand, moved } from './list.ts';
import { resized } from './open-document.ts';
import type { Card, DocumentPosition, ReaderState, WhoScreen } from './state.ts';
import { notify, type Step, stepTo } from './step.ts';
import { goToRecap } from './visits.ts';
import { whoRows } from './who-rows.ts';
import { cancelWork } from './work.ts';

/** Letters of a name that may be typed. */
const LONGEST_NAME = 100;

/** The open card of a person. */
export interface OpenCard {
  readonly screen: WhoScreen;
  readonly card: Card;
}

/** What each command does while a name is typed. */
export const IN_WHO = {
  ...moveHandlers((state: ReaderState, screen: WhoScreen, command: MoveCommand) => {
    const count = whoRows(screen).length;
    const selected = moved(screen.selected, count, bodyRows(state.size), command);
    return withWho(state, screen, { selected });
  }),
  open: (state: ReaderState, screen: WhoScreen) => {
    const row = whoRows(screen)[screen.selected];
    if (!row) return screen.met ? notify(state, 'Nobody to show') : stepTo(state);
    return withWho(state, screen, { card: { person: row.person, top: 0, focus: 0 } });
  },
  cancel: goBackUnder,
  erase: (state: ReaderState, screen: WhoScreen) =>
    screen.typed === ''
      ? goBackUnder(state, screen)
      : withWho(state, screen, { typed: [...screen.typed].slice(0, -1).join(''), selected: 0 }),
} satisfies Handlers<'who', WhoScreen>;

/** What each command does while a card is open. */
export const IN_CARD = {
  ...moveHandlers((state: ReaderState, { screen, card }: OpenCard, command: MoveCommand) => {
    const last = Math.max(0, linesOf(state, card.person).length - bodyRows(state.size));
    const top = moved(card.top, last + 1, bodyRows(state.size), command);
    return withWho(state, screen, { card: { ...card, top } });
  }),
  'next-stop': (state: ReaderState, open: OpenCard) => focusOn(state, open, 1),
  'previous-stop': (state: ReaderState, open: OpenCard) => focusOn(state, open, -1),
  open: (state: ReaderState, { screen, card }: OpenCard) => {
    const mention = mentionsOn(state, card.person)[card.focus];
    const file = screen.contents.recaps.find(({ head }) => head.slug === mention?.recap);
    if (!mention || !file) return notify(state, 'No recap you have unlocked mentions them');
    const { under, contents } = screen;
    return goToRecap({ ...state, screen: under }, contents, file, positionOf(screen, mention));
  },
  back: (state: ReaderState, { screen }: OpenCard) => withWho(state, screen, { card: null }),
} satisfies Handlers<'card', OpenCard>;

/** Text typed or pasted into the field. */
export function typeName(state: ReaderState, screen: WhoScreen, text: string): Step {
  const typed = (screen.typed + text).slice(0, LONGEST_NAME);
  return withWho(state, screen, { typed, selected: 0 });
}

/** Shows whom the reader has met. */
export function showPeople(before: ReaderState, met: PeopleMet): Step {
  const state = { ...before, work: null };
  return state.screen.kind === 'who' ? withWho(state, state.screen, { met }) : stepTo(state);
}

/** A card's lines, with its person's name above them. */
export function linesOf(state: ReaderState, person: Person) {
  const name: Line = { spans: [{ text: person.name, style: { role: 'heading', rank: 1 } }] };
  return [{ line: name }, ...cardLines(person, layoutAt(state))];
}

/** The passages that a card shows, in its order. */
export function mentionsOn(state: ReaderState, person: Person): Mention[] {
  return [...new Set(linesOf(state, person).flatMap(({ mention }) => mention ?? []))];
}

function focusOn(state: ReaderState, { screen, card }: OpenCard, by: 1 | -1): Step {
  const mentions = mentionsOn(state, card.person);
  const focus = (card.focus + by + mentions.length) % Math.max(1, mentions.length);
  const lines = linesOf(state, card.person);
  const at = lines.findIndex(({ mention }) => mention && mention === mentions[focus]);
  const rows = bodyRows(state.size);
  const isOn = at >= card.top && at < card.top + rows;
  const top = isOn ? card.top : Math.max(0, Math.min(at, lines.length - rows));
  return withWho(state, screen, { card: { ...card, focus, top } });
}

/** Where in its recap a passage is, with the name marked. */
function positionOf(
  { contents }: WhoScreen,
  { recap, episode, text, at }: Mention,
): DocumentPosition {
  const { slug, title } = contents.show;
  const word = wordsOf(text.slice(at))[0]?.text ?? '';
  return {
    kind: 'mention',
    hit: {
      show: slug,
      showTitle: title,
      slug: recap,
      episode,
      title: episode,
      passage: { kind: 'text', text, heading: null },
      matches: [{ from: at, to: at + word.length, isWhole: true }],
    },
  };
}

/** Closes the question: the screen below it is as it was. */
function goBackUnder(state: ReaderState, { under }: WhoScreen): Step {
  const { state: idle, effects } = cancelWork(state);
  return stepTo(resized({ ...idle, screen: under }), ...effects);
}

function withWho(state: ReaderState, screen: WhoScreen, change: Partial<WhoScreen>): Step {
  return stepTo({ ...state, screen: { ...screen, ...change } });
}
