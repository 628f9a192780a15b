import type { Line } from '../render/line.ts';
import { type Body, isBefore } from './body.ts';
import { bodyRows } from './geometry.ts';
import { type Handlers, moveHandlers } from './handlers.ts';
import { type MoveCommand, moved } from './list.ts';
import type { Document, OutlineItem, Panel, ReaderState } from './state.ts';
import { notify, type Step, showDocument } from './step.ts';

type Outline = Extract<Panel, { kind: 'outline' }>;

/** The table of contents of an open recap. */
export interface OpenOutline {
  readonly document: Document;
  readonly outline: Outline;
}

/** What each command does in the table of contents. */
export const IN_OUTLINE = {
  ...moveHandlers(move),
  open: (state: ReaderState, { document, outline }: OpenOutline) => {
    const closed: Document = { ...document, panel: null };
    const item = outline.items[outline.selected];
    if (!item) return showDocument(state, closed);
    const top = document.body.fill(item.at, bodyRows(state.size));
    const { curtain, at } = item;
    const focus =
      curtain === null ? null : ({ kind: 'curtain', chunk: at.chunk, index: curtain } as const);
    return showDocument(state, { ...closed, top, focus });
  },
  back: (state: ReaderState, { document }: OpenOutline) =>
    showDocument(state, { ...document, panel: null }),
} satisfies Handlers<'outline', OpenOutline>;

/** Shows the table of contents, with the section selected that the screen is in. */
export function openOutline(state: ReaderState, document: Document): Step {
  const items = outlineOf(document.body);
  if (items.length === 0) return notify(state, 'This recap has no headings');
  const { body, top } = document;
  const selected = Math.max(0, currentItem(items, body, top, bodyRows(state.size)));
  return showDocument(state, { ...document, panel: { kind: 'outline', items, selected } });
}

/**
 * The section that is being read: that of the line at the top. Where the end of the recap is on the screen, no later
 * heading can reach the top, so that it is the last one that can be seen.
 */
function currentItem(
  items: readonly OutlineItem[],
  body: Body,
  top: Document['top'],
  rows: number,
): number {
  const isAtEnd = body.lines(top, rows + 1).length <= rows && (top.chunk > 0 || top.line > 0);
  const from = isAtEnd ? body.move(top, rows) : top;
  return items.findLastIndex(({ at }) => !isBefore(from, at));
}

function move(state: ReaderState, { document, outline }: OpenOutline, command: MoveCommand): Step {
  const { items } = outline;
  const selected = moved(outline.selected, items.length, bodyRows(state.size), command);
  return showDocument(state, { ...document, panel: { ...outline, selected } });
}

/** A recap's headings, and the curtains that stand on a line of their own between them. */
export function outlineOf(body: Body): OutlineItem[] {
  const items: OutlineItem[] = [];
  let rank = 0;
  for (const at of body.findAll((line) => line.heading !== undefined || isCurtain(line))) {
    const [line] = body.lines(at, 1);
    const own = line?.spans.map((span) => span.text).join('') ?? '';
    if (line?.heading) {
      rank = line.heading.rank;
      items.push({ text: line.heading.text, rank, at, curtain: null });
      continue;
    }
    const curtain =
      line?.spans.find(({ style }) => style.curtain !== undefined)?.style.curtain ?? null;
    const last = items.at(-1);
    // a curtain that is read aloud may take several rows
    if (last && curtain !== null && last.curtain === curtain && last.at.chunk === at.chunk) {
      items[items.length - 1] = { ...last, text: `${last.text} ${own}` };
    } else {
      items.push({ text: own, rank: Math.max(1, rank), at, curtain });
    }
  }
  return items;
}

function isCurtain({ spans }: Line): boolean {
  return (
    spans.length > 0 &&
    spans.every(({ text, style }) => style.curtain !== undefined || text.trim() === '')
  );
}
