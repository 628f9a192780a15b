import { ASCII, UNICODE } from '../render/glyphs.ts';
import type { Line, Span } from '../render/line.ts';
import { alignRows } from '../render/rows.ts';
import { columns, truncate } from '../text/columns.ts';
import { inMargin, type Page, said } from './draw.ts';
import { bodyRows, textColumns } from './geometry.ts';
import { places } from './place.ts';
import { companionsText, placeText } from './place-text.ts';
import { type Row, recapRows, showRows } from './rows.ts';
import { placeIn, type Screen, type State } from './state.ts';

/** Columns below which a list leaves out what its signs say as well. */
const NARROW = 60;

type ListScreen = Extract<Screen, { kind: 'shows' | 'show' }>;
type PlaceScreen = Extract<Screen, { kind: 'place' }>;

/** The shows, or a show's recaps. */
export function drawList(state: State, screen: ListScreen): Page {
  const { list } = screen;
  const rows: readonly Row<unknown>[] =
    screen.kind === 'shows' ? showRows(state, list) : recapRows(state, screen.shelf, list);
  const isShows = screen.kind === 'shows';
  const isNarrow = textColumns(state.size) < NARROW;
  const texts = alignRows(
    rows.map(({ sign, name, title, note }) => {
      if (isShows) return isNarrow ? [name, note] : [name, title, note];
      return [signOf(state, sign), name, title, ...(isNarrow ? [] : [note])];
    }),
  );
  const typed = list.isFiltering ? said(state, `Filter: ${list.filter}▏`) : [];
  const none =
    rows.length === 0
      ? said(state, list.filter ? 'Nothing has that in its name.' : 'There are no recaps here yet.')
      : [];
  return {
    header: isShows ? showsHeader(state) : showHeader(state, screen),
    body: [
      { spans: [] },
      ...typed,
      ...none,
      ...chosenOf(state, texts, list.selected, typed.length + 1),
    ],
    footer: list.isFiltering
      ? ['Enter opens', 'Esc ends the filter']
      : [
          'Enter opens',
          isShows ? '' : 'Esc shows',
          '? help',
          'q quit',
          's story',
          'f find',
          '/ filter',
          isShows ? '' : 'U undo',
        ],
  };
}

function showsHeader({ companions }: State): string {
  return companions.length === 0 ? 'recap' : `recap ${companionsText(companions)}`;
}

function showHeader(state: State, { shelf }: Extract<ListScreen, { kind: 'show' }>): string {
  const { show } = shelf;
  const place = placeIn(state, show.slug);
  const { dot } = state.isAscii ? ASCII : UNICODE;
  return `${show.title} ${dot} ${placeText(state, place)}`;
}

/** A sign for each state; the word stands in the row as well. */
function signOf({ isAscii }: State, state: string): string {
  if (state === 'watched') return isAscii ? 'x' : '✓';
  return state === 'next' ? (isAscii ? '*' : '●') : ' ';
}

/** How far have you watched? */
export function drawPlace(state: State, { shelf, selected, typed }: PlaceScreen): Page {
  const { show } = shelf;
  const asked = [
    ...said(state, `How far have you watched ${show.title}?`, { role: 'text', strong: true }),
    ...said(state, 'Everything up to there opens. What comes later stays hidden.', {
      role: 'note',
    }),
    { spans: [] },
    ...(typed ? said(state, `Episode: ${typed}▏`) : []),
  ];
  const texts = places(shelf).map((place) => (place === null ? 'Not started' : `Through ${place}`));
  return {
    header: show.title,
    body: [{ spans: [] }, ...asked, ...chosenOf(state, texts, selected, asked.length + 1)],
    footer: ['Enter answers', 'Esc back', 'q quit', 'type a code such as S01E04'],
  };
}

/** Rows of which one is chosen, as many as there is room for. */
function chosenOf(state: State, texts: readonly string[], selected: number, above: number): Line[] {
  const rows = Math.max(1, bodyRows(state.size) - above);
  const from = Math.max(0, Math.min(selected - Math.floor(rows / 2), texts.length - rows));
  const width = textColumns(state.size);
  const { ellipsis } = state.isAscii ? ASCII : UNICODE;
  return texts.slice(from, from + rows).map((text, index) => {
    const isChosen = from + index === selected;
    const shown = truncate(text, width, ellipsis);
    const padded = shown + ' '.repeat(Math.max(0, width - columns(shown)));
    const span: Span = isChosen
      ? { role: 'text', text: padded, isChosen }
      : { role: 'text', text: shown };
    return inMargin(state, { spans: [span] }, isChosen ? (state.isAscii ? '>' : '▶') : '', {
      role: 'marker',
    });
  });
}
