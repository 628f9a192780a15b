import type { Line } from '../render/line.ts';
import { paint, type Theme } from '../render/paint.ts';
import { wrap } from '../render/wrap.ts';
import { ownSequencesOnly } from '../terminal/own-sequences.ts';
import { columns, truncate } from '../text/columns.ts';
import { drawAdd } from './draw/draw-add.ts';
import { drawDocument } from './draw/draw-document.ts';
import { drawFind } from './draw/draw-find.ts';
import { drawHelp } from './draw/draw-help.ts';
import { drawList } from './draw/draw-list.ts';
import { drawProgress } from './draw/draw-progress.ts';
import { drawQuestion } from './draw/draw-question.ts';
import { drawWho } from './draw/draw-who.ts';
import { blank, glyphsOf, type Page } from './draw/page.ts';
import { bodyRows, isTooSmall, SMALLEST, screenRows } from './geometry.ts';
import type { LetterFor, ReaderState } from './state.ts';

/**
 * The screen as lines, one less than the terminal has rows, none wider than it. Pure: it depends on the state alone,
 * and so on views.
 */
export function draw(state: ReaderState): Line[] {
  const { size } = state;
  if (isTooSmall(size)) {
    const message = `recap needs ${SMALLEST.columns} columns and ${SMALLEST.rows} rows; this window is smaller.`;
    return wrap([{ text: message, style: { role: 'text' } }], Math.max(1, size.columns)).slice(
      0,
      screenRows(size),
    );
  }
  const page = state.helpTop === null ? drawScreen(state) : drawHelp(state, state.helpTop);
  const asked = state.helpTop === null && state.question ? drawQuestion(state, state.question) : [];
  const rows = bodyRows(size) - asked.length;
  const body = page.body.slice(0, Math.max(0, rows));
  const { work, notice } = state;
  const status = work?.isSlow ? `${work.label}… Esc cancels` : notice;
  const footer =
    asked.length > 0
      ? ['Nothing changes until you confirm']
      : state.letterFor
        ? letterFooter(state, state.letterFor)
        : [proposalText(state), ...page.footer];
  return [
    bar(page.title, page.status, state),
    ...body,
    ...blank(rows - body.length),
    ...asked,
    bar(status ?? fitting(footer, state), '', state),
  ];
}

/** The screen as text with the theme's styles in it, its lines parted by line feeds. */
export function frameOf(state: ReaderState, theme: Theme): string {
  return draw(state)
    .map((line) => ownSequencesOnly(paint(line, theme)) || ' ')
    .join('\n');
}

function drawScreen(state: ReaderState): Page {
  const { screen } = state;
  switch (screen.kind) {
    case 'document':
      return drawDocument(state, screen.document);
    case 'progress':
      return drawProgress(state, screen);
    case 'find':
      return drawFind(state, screen);
    case 'add':
      return drawAdd(state, screen);
    case 'who':
      return drawWho(state, screen);
    default:
      return drawList(state, screen);
  }
}

/** What the next key is for. */
function letterFooter({ bookmarks, screen }: ReaderState, letterFor: LetterFor): string[] {
  if (letterFor === 'mark') return ['Set a bookmark: press a letter', 'Esc cancels'];
  const letters = [...bookmarks.keys()].sort().join(' ');
  return [
    letters === '' ? 'No bookmarks yet; m sets one' : `Go to a bookmark: ${letters}`,
    screen.kind === 'document' ? "' where you jumped from" : '',
    'Esc cancels',
  ];
}

/** What services propose; nothing where they propose nothing. */
function proposalText({ proposals }: ReaderState): string {
  if (proposals === 0) return '';
  return `Progress for ${proposals === 1 ? '1 show' : `${proposals} shows`}: recap sync`;
}

/** As many notes as fit, parted by dots. */
function fitting(notes: readonly string[], state: ReaderState): string {
  const { dot } = glyphsOf(state);
  let text = '';
  for (const note of notes.filter(Boolean)) {
    const longer = text === '' ? note : `${text} ${dot} ${note}`;
    if (columns(longer) > state.size.columns - 2) break;
    text = longer;
  }
  return text;
}

/** A line of the screen's frame, as wide as the terminal. Where both sides do not fit, the left one is shortened. */
function bar(left: string, right: string, state: ReaderState): Line {
  const { ellipsis } = glyphsOf(state);
  if (state.settings.isSpoken) {
    const text = [left, right].filter(Boolean).join('; ');
    return {
      spans: [{ text: truncate(text, state.size.columns - 1, ellipsis), style: { role: 'bar' } }],
    };
  }
  const width = state.size.columns - 2;
  const status = truncate(right, width, ellipsis);
  const room = width - columns(status) - (status === '' ? 0 : 2);
  const title = room > 0 ? truncate(left, room, ellipsis) : '';
  const gap = Math.max(0, width - columns(title) - columns(status));
  return { spans: [{ text: ` ${title}${' '.repeat(gap)}${status} `, style: { role: 'bar' } }] };
}
