import { ASCII, UNICODE } from '../render/glyphs.ts';
import type { Line, Span } from '../render/line.ts';
import { truncate } from '../text/columns.ts';
import { isStory } from '../veil/story.ts';
import { inMargin, type Page, said } from './draw.ts';
import { bodyRows, textColumns } from './geometry.ts';
import { placeText } from './place-text.ts';
import { folded } from './search.ts';
import type { Document, Overlay, State } from './state.ts';

/** An open recap, with the question, the contents or the search above its footer. */
export function drawDocument(state: State, document: Document): Page {
  const { body, top, view, place } = document;
  const rows = bodyRows(state.size);
  const { dot } = state.isAscii ? ASCII : UNICODE;
  const name =
    view.episode && view.title !== view.episode ? `${view.episode} ${view.title}` : view.title;
  const header = `${view.showTitle} ${dot} ${name} ${dot} ${placeText(state, place)}`;
  if (document.overlay?.kind === 'contents') {
    return {
      header,
      body: drawContents(state, document.overlay),
      footer: ['Enter goes there', 'Esc back'],
    };
  }
  const lines = body.lines(top, rows).map((line) => drawLine(state, document, line));
  const sheet =
    document.overlay?.kind === 'question'
      ? question(state, document, document.overlay.curtain)
      : [];
  const kept = lines.slice(0, Math.max(0, rows - sheet.length));
  const filler = Array.from({ length: Math.max(0, rows - sheet.length - kept.length) }, () => ({
    spans: [],
  }));
  return {
    header,
    body: sheet.length > 0 ? [...kept, ...filler, ...sheet] : lines,
    footer: footer(document, rows),
  };
}

/** A line of the recap: signs in the margin say which curtain is chosen, what has just opened, what is peeked at. */
function drawLine(state: State, document: Document, line: Line): Line {
  const { focus, fresh, view, search } = document;
  const { pointer, fresh: freshSign, peek } = state.isAscii ? ASCII_SIGNS : SIGNS;
  const openings = line.spans.flatMap(({ opening }) => view.openings[opening ?? -1] ?? []);
  const isChosen = focus !== null && line.spans.some(({ curtain }) => curtain === focus);
  const isFresh = openings.some(({ key }) => fresh.has(key));
  const isPeek = openings.some((opening) => opening.isPeek);
  const sign = isChosen ? pointer : isFresh ? freshSign : isPeek ? peek : '';
  const spans = line.spans.map((span): Span => {
    if (isChosen && span.curtain === focus) return { ...span, isChosen: true };
    return span;
  });
  const found = search ? spans.flatMap((span) => highlighted(span, search.words)) : spans;
  return inMargin(state, { spans: found }, sign, { role: 'marker' });
}

const SIGNS = { pointer: '▶', fresh: '┃', peek: '┊' };
const ASCII_SIGNS = { pointer: '>', fresh: '#', peek: ':' };

/** A span parted at the words that were searched for. Letters that fold to several are left as they are. */
function highlighted(span: Span, words: string): Span[] {
  const text = folded(span.text);
  const wanted = folded(words).trim();
  if (span.decoration || wanted === '' || text.length !== span.text.length) return [span];
  const parts: Span[] = [];
  let from = 0;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, from)) {
    if (at > from) parts.push({ ...span, text: span.text.slice(from, at) });
    from = at + wanted.length;
    parts.push({ ...span, text: span.text.slice(at, from), isChosen: true });
  }
  if (from < span.text.length) parts.push({ ...span, text: span.text.slice(from) });
  return parts;
}

/** The question at a curtain. "Not yet" is the answer that Enter gives. */
function question(state: State, { view, shelf }: Document, index: number): Line[] {
  const curtain = view.curtains[index];
  if (!curtain) return [];
  const { rule, ellipsis } = state.isAscii ? ASCII : UNICODE;
  const line: Line = { spans: [{ role: 'rule', text: rule.repeat(state.size.columns) }] };
  const asked =
    curtain.gate === null
      ? 'No episode opens this: you can only peek at it.'
      : `Have you ${state.companions.length > 0 ? 'all ' : ''}watched ${shelf.show.title} up to and including ${curtain.gate}?`;
  const answers =
    curtain.gate === null
      ? '[Enter] leave it hidden   [p] peek'
      : '[Enter] not yet   [y] yes, watched   [p] peek at this one';
  return [
    line,
    ...said(state, truncate(curtain.label, textColumns(state.size), ellipsis), { role: 'curtain' }),
    ...said(state, asked, { role: 'text', strong: true }),
    ...said(state, answers),
  ];
}

function drawContents(
  state: State,
  { items, selected }: Extract<Overlay, { kind: 'contents' }>,
): Line[] {
  const rows = bodyRows(state.size);
  const from = Math.max(0, Math.min(selected - Math.floor(rows / 2), items.length - rows));
  const { pointer } = state.isAscii ? ASCII_SIGNS : SIGNS;
  const { ellipsis } = state.isAscii ? ASCII : UNICODE;
  return items.slice(from, from + rows).map(({ text, rank }, index) => {
    const isChosen = from + index === selected;
    const span: Span = {
      role: 'text',
      text: truncate('  '.repeat(rank - 1) + text, textColumns(state.size), ellipsis),
      ...(isChosen && { isChosen }),
    };
    return inMargin(state, { spans: [span] }, isChosen ? pointer : '', { role: 'marker' });
  });
}

function footer(document: Document, rows: number): string[] {
  const { overlay, search, view, body, top, peeks, entry } = document;
  if (overlay?.kind === 'search') return [`/${overlay.typed}▏`, 'Enter searches', 'Esc back'];
  if (overlay?.kind === 'question') return ['nothing opens unless you say so'];
  const hasCurtains = view.curtains.length > 0;
  return [
    `${body.percent(top, rows)}%`,
    search ? `match ${search.current + 1} of ${search.matches.length}: n N` : '',
    hasCurtains ? 'Tab curtain' : '',
    hasCurtains ? 'Enter ask' : '',
    peeks.length > 0 ? 'x hide' : '',
    '? help',
    'q quit',
    'l list',
    isStory(entry) ? '' : '] next',
    't contents',
    '/ search',
    's story',
    'f find',
  ];
}
