import type { Line, Span, Style } from '../../render/line.ts';
import { truncate } from '../../text/columns.ts';
import { fold, foldWithPlaces } from '../../text/fold.ts';
import { isStory } from '../../veil/story.ts';
import { fullTitle } from '../../veil/view.ts';
import type { Position } from '../body.ts';
import { bodyRows, textColumns } from '../geometry.ts';
import { type SpokenRow, spokenRows } from '../spoken/spoken-rows.ts';
import type { Document, Panel, ReaderState, Search } from '../state.ts';
import { selectedStop, visibleStops } from '../stops.ts';
import { chosen, glyphsOf, inMargin, type Page, signsOf, visibleFrom } from './page.ts';
import { progressText } from './progress-text.ts';

/** An open recap, or its table of contents. */
export function drawDocument(state: ReaderState, document: Document): Page {
  const { body, top, view, place, panel } = document;
  const rows = bodyRows(state.size);
  // the title is part of the text as long as the beginning is on the screen
  const isAtTop = top.chunk === 0 && top.line === 0 && panel?.kind !== 'outline';
  const title = isAtTop
    ? view.showTitle
    : `${view.showTitle} ${glyphsOf(state).dot} ${fullTitle(view)}`;
  const status = progressText(state, place);
  if (panel?.kind === 'outline') {
    return {
      title,
      status,
      body: drawOutline(state, panel),
      footer: ['Enter goes there', 'Esc back'],
    };
  }
  const lines = body.lines(top, rows);
  return {
    title,
    status,
    body: toldOnce(
      state,
      lines.map((line, index) => drawLine(state, document, line, body.move(top, index))),
    ),
    footer: footer(state, document),
  };
}

/** A sign is drawn before each line that it is about, but told before the first of them only. */
function toldOnce(state: ReaderState, lines: readonly Line[]): readonly Line[] {
  if (!state.settings.isSpoken) return lines;
  return lines.map((line, index) => {
    const sign = lines[index - 1]?.spans[1]?.text;
    return sign !== undefined && line.spans[1]?.text === sign
      ? { ...line, spans: line.spans.slice(2) }
      : line;
  });
}

/** A line of the recap. Signs in the margin say what is selected, what has just opened, what is peeked at. */
function drawLine(state: ReaderState, document: Document, line: Line, at: Position): Line {
  const { focus, fresh, unread, view, search } = document;
  const signs = signsOf(state);
  const openings = line.spans.flatMap(({ style }) => view.openings[style.opening ?? -1] ?? []);
  const isFocused = ({ style: { curtain, link } }: Span) =>
    focus?.kind === 'curtain'
      ? curtain === focus.index
      : focus !== null && focus.chunk === at.chunk && link?.index === focus.index;
  const isSelected = line.spans.some(isFocused);
  const isFresh = openings.some(({ key }) => fresh.has(key) || unread.has(key));
  const isPeek = openings.some((opening) => opening.isPeek);
  const match = search?.matches[search.current];
  const isCurrent = match !== undefined && match.chunk === at.chunk && match.line === at.line;
  const sign =
    isSelected || isCurrent ? signs.pointer : isFresh ? signs.fresh : isPeek ? signs.peek : '';
  const spans = line.spans.map((span): Span => {
    return isFocused(span) ? chosen(span) : span;
  });
  const marked = search
    ? spans.flatMap((span) => withMatches(span, search.words, isCurrent))
    : spans;
  return inMargin(state, { spans: marked }, sign);
}

/** A span split at the words that were searched for. */
function withMatches(span: Span, words: string, isCurrent: boolean): Span[] {
  const { text, style } = span;
  const wanted = fold(words).trim();
  if (style.decoration || wanted === '') return [span];
  const { folded, places } = foldWithPlaces(text);
  const marked: Style = { ...style, ...(isCurrent ? { isChosen: true } : { isMatch: true }) };
  const parts: Span[] = [];
  let from = 0;
  for (
    let at = folded.indexOf(wanted);
    at !== -1;
    at = folded.indexOf(wanted, at + wanted.length)
  ) {
    const start = places[at] ?? 0;
    const end = places[at + wanted.length] ?? text.length;
    if (start > from) parts.push({ text: text.slice(from, start), style });
    if (end > start) parts.push({ text: text.slice(start, end), style: marked });
    from = Math.max(from, end);
  }
  if (from < text.length) parts.push({ text: text.slice(from), style });
  return parts;
}

function drawOutline(
  state: ReaderState,
  { items, selected }: Extract<Panel, { kind: 'outline' }>,
): Line[] {
  const rows = bodyRows(state.size);
  if (state.settings.isSpoken) {
    const told = items.map(
      ({ text, rank, curtain }, index): SpokenRow => ({
        spans: [
          { text: curtain === null ? `Heading ${rank}: ${text}` : text, style: { role: 'text' } },
        ],
        isSelected: index === selected,
      }),
    );
    return spokenRows(state, told, rows);
  }
  const from = visibleFrom(selected, items.length, rows);
  return items.slice(from, from + rows).map(({ text, rank }, index) => {
    const isChosen = from + index === selected;
    const shown = truncate(
      '  '.repeat(rank - 1) + text,
      textColumns(state),
      glyphsOf(state).ellipsis,
    );
    const span: Span = { text: shown, style: { role: 'text', ...(isChosen && { isChosen }) } };
    return inMargin(state, { spans: [span] }, isChosen ? signsOf(state).pointer : '');
  });
}

/** At the end of a recap: what the key for the next one opens. */
function nextHint({ contents, recap }: Document): string {
  if (isStory(recap)) return '';
  const index = contents.recaps.findIndex(({ head }) => head.slug === recap.head.slug);
  const next = contents.recaps[index + 1];
  return next ? `] next: ${next.head.episode ?? next.head.slug}` : '';
}

/** Columns of a name in the footer, so that the notes after it have room. */
const NAME_COLUMNS = 20;

/** Which match of a search is the current one, or where in the recap a person is mentioned. */
function matchText(state: ReaderState, { words, current, matches, from }: Search): string {
  const name = truncate(words, NAME_COLUMNS, glyphsOf(state).ellipsis);
  return `${from === 'mention' ? `${name},` : 'match'} ${current + 1} of ${matches.length}`;
}

function footer(state: ReaderState, document: Document): string[] {
  const { panel, search, view, body, top, peeks, recap } = document;
  if (panel?.kind === 'search') {
    return [`/${panel.typed}${signsOf(state).cursor}`, 'Enter searches', 'Esc back'];
  }
  const hasCurtains = view.curtains.length > 0;
  const rows = bodyRows(state.size);
  const hasLinks = visibleStops(document, rows).some(({ kind }) => kind === 'link');
  const isLink = selectedStop(document, rows)?.kind === 'link';
  const percent = body.percent(top, rows);
  const isAtEnd = percent === 100;
  return [
    `${percent}%`,
    isAtEnd ? nextHint(document) : '',
    search ? matchText(state, search) : '',
    search ? 'n N' : '',
    search ? (search.from === 'search' ? 'Esc clears' : 'Esc back') : '',
    hasCurtains ? (hasLinks ? 'Tab curtain or link' : 'Tab curtain') : hasLinks ? 'Tab link' : '',
    isLink ? 'Enter follow' : hasCurtains ? 'Enter ask' : '',
    peeks.length > 0 ? 'x hide' : '',
    '? help',
    'q quit',
    'l list',
    isStory(recap) || isAtEnd ? '' : '] next',
    't contents',
    '/ search',
    'i who',
    isStory(recap) && recap.length === 'recent' ? '' : 'r previously',
    isStory(recap) && recap.length === 'full' ? '' : 's story',
    'f find',
  ];
}
