import { NOBODY_MET, noCapitals } from '../../people/notices.ts';
import type { Line } from '../../render/line.ts';
import { bodyRows } from '../geometry.ts';
import type { Card, ReaderState, WhoScreen } from '../state.ts';
import { whoRows } from '../who-rows.ts';
import { linesOf, mentionsOn } from '../who-screen.ts';
import { listWidth } from './columns.ts';
import { cell, grouped, visibleLines } from './list-lines.ts';
import { blank, glyphsOf, inMargin, type Page, sentence, signsOf } from './page.ts';
import { showStatus } from './progress-text.ts';

/** Columns of "last seen S01E06". */
const NOTE_COLUMNS = 17;
/** Columns below which a row has no note. */
const NARROW = 50;
/** The list of people takes at most this part of the screen: the selected one's card is below it. */
const LIST_SHARE = 1 / 3;

/** A name to ask for, whom it may mean, and below them the card of the selected one; or that card alone. */
export function drawWho(state: ReaderState, screen: WhoScreen): Page {
  const { contents, card, met, typed } = screen;
  const header = { title: contents.show.title, status: showStatus(state, contents.show) };
  if (card) return { ...header, ...drawCard(state, card) };
  const rows = whoRows(screen);
  const field = sentence(state, `Who is: ${typed}${signsOf(state).cursor}`, {
    role: 'text',
    strong: true,
  });
  const selected = rows[screen.selected]?.person;
  const room = bodyRows(state.size) - field.length - 1;
  const people = listLines(state, screen, Math.max(3, Math.floor(room * LIST_SHARE)));
  const preview = selected ? linesOf(state, selected).map(({ line }) => inMargin(state, line)) : [];
  const none = met && rows.length === 0 ? sentence(state, noneOf(screen)) : [];
  return {
    ...header,
    body: [...field, ...none, ...people, ...blank(selected ? 1 : 0), ...preview],
    footer:
      rows.length === 0
        ? ['Esc back']
        : ['Enter opens the card', `${signsOf(state).down} next`, 'Esc back', 'Type a name'],
  };
}

/** The same whether the person appears later or does not exist. */
function noneOf({ met, typed, contents }: WhoScreen): string {
  const text = met?.isUnreadable ? noCapitals(contents.show.title) : NOBODY_MET;
  if (typed.trim() !== '' && met && met.people.length > 0) {
    return "Nobody of that name in what you've unlocked.";
  }
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function listLines(state: ReaderState, screen: WhoScreen, rows: number): Line[] {
  const width = listWidth(state);
  const note = width < NARROW ? 0 : NOTE_COLUMNS;
  const { ellipsis } = glyphsOf(state);
  const lines = grouped(whoRows(screen), ({ person }) => {
    const last = person.mentions.at(-1);
    return {
      spans: [
        { text: cell(person.name, width - note, ellipsis), style: { role: 'text' } },
        { text: note > 0 && last ? `last seen ${last.episode}` : '', style: { role: 'note' } },
      ],
    };
  });
  return visibleLines(state, lines, screen.selected, { rows: Math.min(rows, lines.length), width });
}

function drawCard(state: ReaderState, { person, top, focus }: Card): Pick<Page, 'body' | 'footer'> {
  const focused = mentionsOn(state, person)[focus];
  const lines = linesOf(state, person);
  const first = lines.findIndex(({ mention }) => mention && mention === focused);
  return {
    body: lines
      .map(({ line }, index) =>
        inMargin(state, line, index === first ? signsOf(state).pointer : ''),
      )
      .slice(top, top + bodyRows(state.size)),
    footer: [
      focused ? `Enter opens ${focused.episode}` : '',
      focused ? 'Tab next' : '',
      'Esc back',
      '? help',
      'q quit',
    ],
  };
}
