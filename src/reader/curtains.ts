import type { Position } from './body.ts';
import { reveal } from './scrolling.ts';
import type { Document } from './state.ts';

/** The curtains on the screen, in order. */
export function visibleCurtains({ body, top }: Document, rows: number): number[] {
  return body
    .lines(top, rows)
    .flatMap(({ spans }) => spans.flatMap(({ curtain }) => curtain ?? []));
}

/** The next or previous curtain chosen, and on the screen. After the last comes the first. */
export function toCurtain(document: Document, rows: number, by: 1 | -1): Document {
  const { body, top, focus, view } = document;
  const count = view.curtains.length;
  if (count === 0) return document;
  const visible = visibleCurtains(document, rows);
  const isOn = focus !== null && visible.includes(focus);
  const next = isOn ? focus + by : curtainFrom(document, by === 1 ? top : body.move(top, rows), by);
  // a curtain may stand where nothing shows, as in a definition that is not used: the one behind it is next
  for (let step = 0; step < count; step++) {
    const wanted = (next + step * by + count * 2) % count;
    const at = body.find({ chunk: 0, line: 0 }, ({ spans }) =>
      spans.some(({ curtain }) => curtain === wanted),
    );
    if (at) return reveal({ ...document, focus: wanted }, at, rows);
  }
  return document;
}

/** The first curtain at or behind a position, or the last before it. */
function curtainFrom({ body, view }: Document, from: Position, by: 1 | -1): number {
  const at = body.find(from, ({ spans }) => spans.some(({ curtain }) => curtain !== undefined));
  const [line] = at ? body.lines(at, 1) : [];
  const first = line?.spans.find(({ curtain }) => curtain !== undefined)?.curtain;
  return by === 1 ? (first ?? 0) : (first ?? view.curtains.length) - 1;
}
