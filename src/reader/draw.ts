import { ASCII, UNICODE } from '../render/glyphs.ts';
import type { Line, Span, Style } from '../render/line.ts';
import { paint, type Theme } from '../render/paint.ts';
import { wrap } from '../render/wrap.ts';
import { ownSequencesOnly } from '../terminal/own-sequences.ts';
import { columns, truncate } from '../text/columns.ts';
import { drawDocument } from './draw-document.ts';
import { drawFind } from './draw-find.ts';
import { drawList, drawPlace } from './draw-list.ts';
import { isTooSmall, margin, SMALLEST, screenRows, textColumns } from './geometry.ts';
import { helpLines } from './help.ts';
import type { State } from './state.ts';

/** What is on the screen: a header, what is between, a footer. */
export interface Page {
  readonly header: string;
  readonly body: readonly Line[];
  /** Short notes, the most important first: as many as fit are shown. */
  readonly footer: readonly string[];
}

/**
 * The screen as lines, as many as there are rows but one, none wider than the terminal. Pure: it depends on
 * views alone.
 */
export function draw(state: State): Line[] {
  const { size } = state;
  if (isTooSmall(size)) {
    const message = `recap needs ${SMALLEST.columns} columns and ${SMALLEST.rows} rows; this window is smaller.`;
    return wrap([{ text: message, style: { role: 'text' } }], Math.max(1, size.columns)).slice(
      0,
      screenRows(size),
    );
  }
  const page = state.help === null ? drawScreen(state) : drawHelp(state, state.help);
  const rows = screenRows(size) - 2;
  const body = [...page.body.slice(0, rows), ...blank(rows - page.body.length)];
  return [
    bar(page.header, state),
    ...body,
    bar(state.message ?? fitting(page.footer, state), state),
  ];
}

/** The screen as text with the theme's styles in it, its lines parted by line feeds. */
export function frameOf(state: State, look: Theme): string {
  return draw(state)
    .map((line) => ownSequencesOnly(paint(line, look)) || ' ')
    .join('\n');
}

function drawScreen(state: State): Page {
  const { screen } = state;
  if (screen.kind === 'document') return drawDocument(state, screen.document);
  if (screen.kind === 'place') return drawPlace(state, screen);
  if (screen.kind === 'find') return drawFind(state, screen);
  return drawList(state, screen);
}

function drawHelp({ size }: State, top: number): Page {
  const lines = helpLines(size.columns).slice(top);
  const hasMore = lines.length > screenRows(size) - 3;
  return {
    header: 'Keys',
    body: [{ spans: [] }, ...lines.map((text) => row(text, { role: 'text' }))],
    footer: [hasMore ? 'Space more' : '', 'any other key goes back'],
  };
}

/** As many notes as fit, parted by dots. */
function fitting(notes: readonly string[], { size, isAscii }: State): string {
  const { dot } = isAscii ? ASCII : UNICODE;
  let text = '';
  for (const note of notes.filter(Boolean)) {
    const longer = text === '' ? note : `${text} ${dot} ${note}`;
    if (columns(longer) > size.columns - 2) break;
    text = longer;
  }
  return text;
}

/** A line of the screen's frame, as wide as the terminal: told apart by being reversed, and by its place. */
function bar(text: string, { size, isAscii }: State): Line {
  const { ellipsis } = isAscii ? ASCII : UNICODE;
  const shown = ` ${truncate(text, size.columns - 2, ellipsis)} `;
  return {
    spans: [{ role: 'bar', text: shown + ' '.repeat(Math.max(0, size.columns - columns(shown))) }],
  };
}

/** A line of plain text behind the margin of two columns. */
function row(text: string, style: Style): Line {
  return {
    spans:
      text === ''
        ? []
        : [
            { role: 'text', text: '  ' },
            { ...style, text },
          ],
  };
}

/** A line of the text, behind its margin, with a sign in it. */
export function inMargin(state: State, { spans }: Line, sign: string, style: Style): Line {
  const before = margin(state.size) - columns(sign);
  const lead: Span[] = [
    { role: 'text', text: ' '.repeat(Math.max(0, before - 1)) },
    { ...style, text: sign === '' ? ' ' : `${sign} ` },
  ];
  return { spans: [...lead, ...spans] };
}

function blank(count: number): Line[] {
  return Array.from({ length: Math.max(0, count) }, () => ({ spans: [] }));
}

/** Words of the screen itself, wrapped to the columns of the text and put in the margin. */
export function said(state: State, text: string, style: Style = { role: 'text' }): Line[] {
  const lines = wrap([{ text, style }], textColumns(state.size));
  return lines.map((line) => inMargin(state, line, '', style));
}
