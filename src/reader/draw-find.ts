import { ASCII, UNICODE } from '../render/glyphs.ts';
import type { Line } from '../render/line.ts';
import { wrap } from '../render/wrap.ts';
import { excerpt, excerptRuns } from '../search/excerpt.ts';
import { hitName } from '../search/hit-name.ts';
import type { Hit } from '../search/search.ts';
import { truncate } from '../text/columns.ts';
import { inMargin, type Page, said } from './draw.ts';
import { bodyRows, textColumns } from './geometry.ts';
import type { FindScreen, State } from './state.ts';

/** Words to look for, and below them the hits: where each stands, and the words around it. */
export function drawFind(state: State, { typed, isTyping, hits, selected }: FindScreen): Page {
  const field = said(state, `Find: ${typed}${isTyping ? '▏' : ''}`, { role: 'text', strong: true });
  const none = hits?.length === 0 ? said(state, 'Nothing that you may know has that.') : [];
  const above = [...field, ...none];
  return {
    header: 'Find in all that you may know',
    body: [...above, ...hitLines(state, hits ?? [], isTyping ? -1 : selected, above.length)],
    footer: isTyping
      ? ['Enter finds', 'Esc back', '"quotes" for a phrase']
      : [`${selected + 1} of ${hits?.length ?? 0}`, 'Enter opens', 'Esc back', 'f find', '? help'],
  };
}

/** As many hits as there is room for, among them the chosen one. */
function hitLines(state: State, hits: readonly Hit[], chosen: number, above: number): Line[] {
  const rows = Math.max(1, bodyRows(state.size) - above);
  const from = Math.max(0, chosen - Math.floor(rows / 2));
  const near = hits.slice(from, from + rows).map((hit, index) => {
    return linesOf(state, hit, from + index === chosen);
  });
  const lines = near.flat();
  const before = near.slice(0, Math.max(0, chosen - from)).flat().length;
  const start = Math.max(0, Math.min(before - Math.floor(rows / 3), lines.length - rows));
  return lines.slice(start, start + rows);
}

function linesOf(state: State, hit: Hit, isChosen: boolean): Line[] {
  const { isAscii } = state;
  const { dot, ellipsis } = isAscii ? ASCII : UNICODE;
  const width = textColumns(state.size);
  const name = truncate(hitName(hit, dot), width, ellipsis);
  const pointer = isChosen ? (isAscii ? '>' : '▶') : '';
  const { text, matches } =
    hit.passage.kind === 'title' ? NOTHING : lineOf(hit, width - 10, ellipsis);
  const below = text === '' ? [] : wrap(excerptRuns({ text, matches }), width - 2).slice(0, 1);
  return [
    inMargin(
      state,
      { spans: [{ role: 'heading', text: name, ...(isChosen && { isChosen }) }] },
      pointer,
      {
        role: 'marker',
      },
    ),
    ...below.map(({ spans }) =>
      inMargin(state, { spans: [{ role: 'text', text: '  ' }, ...spans] }, '', { role: 'text' }),
    ),
  ];
}

const NOTHING = { text: '', matches: [] };

function lineOf({ passage, matches }: Hit, room: number, ellipsis: string) {
  return excerpt(passage.text, matches, Math.max(20, room), ellipsis);
}
