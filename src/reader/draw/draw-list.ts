import type { Line, Span } from '../../render/line.ts';
import { alignRows } from '../../render/rows.ts';
import { columns, truncate } from '../../text/columns.ts';
import { bodyRows, textColumns } from '../geometry.ts';
import { recapRows, showRows } from '../rows.ts';
import type { ReaderState, Screen } from '../state.ts';
import { placeIn } from '../step.ts';
import { glyphsOf, inMargin, type Page, sentence, signsOf, visibleFrom } from './page.ts';
import { companionsText, progressText } from './progress-text.ts';

/** Columns below which a list leaves out what its signs say as well. */
const NARROW = 60;

type ListScreen = Extract<Screen, { kind: 'shows' | 'show' }>;

/** The shows, or a show's recaps. */
export function drawList(state: ReaderState, screen: ListScreen): Page {
  const { list } = screen;
  const texts = screen.kind === 'shows' ? showTexts(state, list.filter) : recapTexts(state, screen);
  const { isFiltering, filter } = list;
  const above = isFiltering
    ? sentence(state, `Filter: ${filter}${signsOf(state).cursor}`)
    : filter === ''
      ? []
      : sentence(state, `Filter: ${filter}`);
  const none =
    texts.length === 0
      ? sentence(state, filter ? 'No name matches the filter.' : 'There are no recaps here yet.')
      : [];
  return {
    ...headerOf(state, screen),
    body: [
      { spans: [] },
      ...above,
      ...none,
      ...selectableLines(state, texts, list.selected, above.length + 1),
    ],
    footer: footerOf(screen),
  };
}

function headerOf(state: ReaderState, screen: ListScreen): Pick<Page, 'title' | 'status'> {
  const { companions } = state.settings;
  if (screen.kind === 'show') {
    const { show } = screen.contents;
    return { title: show.title, status: progressText(state, placeIn(state, show.slug)) };
  }
  const title = companions.length === 0 ? 'recap' : `recap ${companionsText(companions)}`;
  const count = state.shows.length;
  return { title, status: count === 1 ? '1 show' : `${count} shows` };
}

function footerOf(screen: ListScreen): string[] {
  const { isFiltering, filter } = screen.list;
  if (isFiltering) return ['Enter opens', 'Esc clears the filter'];
  const isShow = screen.kind === 'show';
  return [
    'Enter opens',
    filter !== '' ? 'Esc clears the filter' : isShow ? 'Esc back' : '',
    '/ filter',
    '? help',
    'q quit',
    's story',
    'f find',
    isShow ? 'U undo' : '',
  ];
}

function showTexts(state: ReaderState, filter: string): string[] {
  const isNarrow = textColumns(state) < NARROW;
  return alignRows(
    showRows(state, filter).map(({ title, about, progress }) =>
      isNarrow ? [title, progress] : [title, about, progress],
    ),
  );
}

function recapTexts(
  state: ReaderState,
  { contents, list }: Extract<ListScreen, { kind: 'show' }>,
): string[] {
  const isNarrow = textColumns(state) < NARROW;
  const { watched, next } = signsOf(state);
  return alignRows(
    recapRows(state, contents, list.filter).map((row) => {
      const sign = row.state === 'watched' ? watched : row.state === 'next' ? next : ' ';
      return [sign, row.episode, row.title, ...(isNarrow ? [] : [row.note])];
    }),
  );
}

/** Rows of which one is selected, as many as there is room for. */
export function selectableLines(
  state: ReaderState,
  texts: readonly string[],
  selected: number,
  above: number,
): Line[] {
  const rows = Math.max(1, bodyRows(state.size) - above);
  const from = visibleFrom(selected, texts.length, rows);
  const width = textColumns(state);
  return texts.slice(from, from + rows).map((text, index) => {
    const isChosen = from + index === selected;
    const shown = truncate(text, width, glyphsOf(state).ellipsis);
    const padded = shown + ' '.repeat(Math.max(0, width - columns(shown)));
    const span: Span = isChosen
      ? { role: 'text', text: padded, isChosen }
      : { role: 'text', text: shown };
    return inMargin(state, { spans: [span] }, isChosen ? signsOf(state).pointer : '');
  });
}
