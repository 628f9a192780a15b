import type { Line } from '../../render/line.ts';
import { wrap } from '../../render/wrap.ts';
import { excerpt, excerptRuns } from '../../search/excerpt.ts';
import { hitName } from '../../search/hit-name.ts';
import type { Hit } from '../../search/search.ts';
import { truncate } from '../../text/columns.ts';
import { bodyRows, textColumns } from '../geometry.ts';
import type { FindScreen, ReaderState } from '../state.ts';
import { glyphsOf, inMargin, type Page, sentence, signsOf } from './page.ts';

/** The search field, and below it the hits: the location of each, and the words around it. */
export function drawFind(
  state: ReaderState,
  { typed, isTyping, hits, selected }: FindScreen,
): Page {
  const field = sentence(state, `Find: ${typed}${isTyping ? signsOf(state).cursor : ''}`, {
    role: 'text',
    strong: true,
  });
  const none = hits?.length === 0 ? sentence(state, "No matches in what you've unlocked.") : [];
  const above = [...field, ...none];
  const count = hits?.length ?? 0;
  return {
    title: 'Search everything unlocked for you',
    status: isTyping || count === 0 ? '' : `${selected + 1} of ${count}`,
    body: [...above, ...hitLines(state, hits ?? [], isTyping ? -1 : selected, above.length)],
    footer: isTyping
      ? ['Enter searches', 'Esc back', '"quotes" for a phrase']
      : ['Enter opens', 'Esc back', 'f new search', '? help'],
  };
}

/** As many hits as there is room for, among them the selected one. */
function hitLines(
  state: ReaderState,
  hits: readonly Hit[],
  selected: number,
  above: number,
): Line[] {
  const rows = Math.max(1, bodyRows(state.size) - above);
  const from = Math.max(0, selected - Math.floor(rows / 2));
  const near = hits.slice(from, from + rows).map((hit, index) => {
    return linesOf(state, hit, from + index === selected);
  });
  const lines = near.flat();
  const before = near.slice(0, Math.max(0, selected - from)).flat().length;
  const start = Math.max(0, Math.min(before - Math.floor(rows / 3), lines.length - rows));
  return lines.slice(start, start + rows);
}

function linesOf(state: ReaderState, hit: Hit, isSelected: boolean): Line[] {
  const { dot, ellipsis } = glyphsOf(state);
  const width = textColumns(state);
  const name = truncate(hitName(hit, dot), width, ellipsis);
  const { text, matches } =
    hit.passage.kind === 'title' ? NOTHING : lineOf(hit, width - 10, ellipsis);
  const below = text === '' ? [] : wrap(excerptRuns({ text, matches }), width - 2).slice(0, 1);
  return [
    inMargin(
      state,
      {
        spans: [{ text: name, style: { role: 'heading', ...(isSelected && { isChosen: true }) } }],
      },
      isSelected ? signsOf(state).pointer : '',
    ),
    ...below.map(({ spans }) =>
      inMargin(state, { spans: [{ text: '  ', style: { role: 'text' } }, ...spans] }),
    ),
  ];
}

const NOTHING = { text: '', matches: [] };

function lineOf({ passage, matches }: Hit, room: number, ellipsis: string) {
  return excerpt(passage.text, matches, Math.max(20, room), ellipsis);
}
