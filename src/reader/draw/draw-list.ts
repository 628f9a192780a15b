import { airDateText } from '../../app/air-date-text.ts';
import { BLANK, type Line } from '../../render/line.ts';
import { wrap } from '../../render/wrap.ts';
import { bodyRows } from '../geometry.ts';
import { recapRows } from '../recap-rows.ts';
import { showRows } from '../show-rows.ts';
import type { ReaderState, Screen } from '../state.ts';
import { placeIn } from '../step.ts';
import { listWidth, paneWidth } from './columns.ts';
import { filled, type ListLine, visibleLines } from './list-lines.ts';
import { glyphsOf, type Page, signsOf } from './page.ts';
import { previewOfRecap, previewOfShow } from './preview.ts';
import { companionsText, showStatus } from './progress-text.ts';
import { recapLines } from './recap-lines.ts';
import { showLines } from './show-lines.ts';

type ListScreen = Extract<Screen, { kind: 'shows' | 'show' }>;

/** The parts of a list: its lines, and the preview of the selected one. */
interface List {
  readonly lines: readonly ListLine[];
  readonly preview: readonly Line[];
}

/** The shows, or a show's recaps. */
export function drawList(state: ReaderState, screen: ListScreen): Page {
  const { isFiltering, filter, selected } = screen.list;
  const { lines, preview } = screen.kind === 'shows' ? shows(state, screen) : recaps(state, screen);
  const above: Line[] = [{ spans: [] }];
  if (isFiltering || filter !== '') {
    const cursor = isFiltering ? signsOf(state).cursor : '';
    above.push(plain(`Filter: ${filter}${cursor}`));
  }
  if (lines.length === 0) {
    above.push(plain(filter ? 'No name matches the filter.' : 'There are no recaps here yet.'));
  }
  const rows = Math.max(1, bodyRows(state.size) - above.length);
  const width = listWidth(state);
  const body = [...above, ...visibleLines(state, lines, selected, { rows, width })];
  return {
    ...headerOf(state, screen),
    body: paneWidth(state) === 0 ? body : beside(state, body, preview),
    footer: footerOf(screen),
  };
}

function shows(state: ReaderState, { list }: ListScreen): List {
  const made = showRows(state, list.filter);
  const row = made.rows[list.selected];
  const invitation = list.filter === '' ? invitationLines(state) : [];
  const lines = [...showLines(state, made), ...invitation];
  return { lines, preview: row ? previewOfShow(state, row) : [] };
}

/** What invites somebody who has only the shows that come with recap to add their own. */
function invitationLines(state: ReaderState): ListLine[] {
  const { shows, settings } = state;
  if (!shows.every(({ slug }) => settings.builtIn.has(slug))) return [];
  const about = shows.length === 0 ? '' : 'These shows come with recap. ';
  const text = `${about}Press a to add a show that you are watching.`;
  const lines = wrap([{ text, style: { role: 'accent' } }], listWidth(state));
  return [BLANK, ...lines].map((line) => ({ draw: () => line }));
}

function recaps(state: ReaderState, screen: Extract<ListScreen, { kind: 'show' }>): List {
  const rows = recapRows(state, screen.contents, screen.list);
  const row = rows[screen.list.selected];
  return {
    lines: recapLines(state, rows),
    preview: row?.kind === 'recap' ? previewOfRecap(state, row) : [],
  };
}

/** The list with something to its right, parted by a line. */
function beside(state: ReaderState, left: readonly Line[], right: readonly Line[]): Line[] {
  const rows = bodyRows(state.size);
  const { column } = glyphsOf(state);
  return Array.from({ length: rows }, (_, index) => ({
    spans: [
      ...filled(left[index]?.spans ?? [], listWidth(state) + 3),
      { text: ` ${column} `, style: { role: 'rule' } },
      ...(right[index - 1]?.spans ?? []),
    ],
  }));
}

function plain(text: string): Line {
  return { spans: [{ text: `   ${text}`, style: { role: 'text' } }] };
}

function headerOf(state: ReaderState, screen: ListScreen): Pick<Page, 'title' | 'status'> {
  const { companions } = state.settings;
  if (screen.kind === 'show') {
    const { show } = screen.contents;
    const status = [
      showStatus(state, show),
      state.size.columns < 60
        ? ''
        : airDateText(show, placeIn(state, show.slug), state.settings.today),
    ];
    return { title: show.title, status: status.filter(Boolean).join(` ${glyphsOf(state).dot} `) };
  }
  const title = companions.length === 0 ? 'recap' : `recap ${companionsText(companions)}`;
  const { rows, begun } = showRows(state, '');
  const count = rows.length === 1 ? '1 show' : `${rows.length} shows`;
  const { dot } = glyphsOf(state);
  return { title, status: begun === 0 ? count : `${count} ${dot} ${begun} in progress` };
}

function footerOf(screen: ListScreen): string[] {
  const { isFiltering, filter } = screen.list;
  if (isFiltering) return ['Enter opens', 'Esc clears the filter'];
  const isShow = screen.kind === 'show';
  return [
    'Enter opens',
    filter !== '' ? 'Esc clears the filter' : isShow ? 'Esc back' : '',
    'w watched',
    isShow ? '' : 'a add a show',
    '/ filter',
    '? help',
    'q quit',
    isShow ? 'i who' : '',
    'r previously',
    's story',
    'f find',
    isShow ? 'U undo' : '',
  ];
}
