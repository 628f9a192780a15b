import type { Line } from '../render/line.ts';
import { CURTAIN } from '../veil/marks.ts';
import { type Body, isBefore, type Position } from './body.ts';
import { reveal } from './scrolling.ts';
import type { Document } from './state.ts';
import type { Stop } from './stop.ts';

/** A stop and the line at which it begins. */
interface Placed {
  readonly stop: Stop;
  readonly at: Position;
}

/** What is in the Markdown of every curtain and every link. */
const SIGN = new RegExp(`[${CURTAIN}\\]<]|://|www\\.|mailto:`, 'i');

/** The stops on the screen, in order. */
export function visibleStops({ body, top }: Document, rows: number): Stop[] {
  return body.linesAt(top, rows).flatMap(({ line, at }) => stopsOf(line, at.chunk));
}

/** The selected curtain or link, if it is on the screen. */
export function selectedStop(document: Document, rows: number): Stop | undefined {
  const { focus } = document;
  return visibleStops(document, rows).find((stop) => focus !== null && isSame(stop, focus));
}

/** Selects the next or previous curtain or link, and brings it on the screen. After the last comes the first. */
export function toStop(document: Document, rows: number, by: 1 | -1): Document {
  const { body, top } = document;
  const selected = selectedStop(document, rows);
  const edge = by === 1 ? top : body.move(top, rows);
  const found = selected ? beside(body, selected, by) : from(body, edge, by);
  return found ? reveal({ ...document, focus: found.stop }, found.at, rows) : document;
}

/** Whether two stops are the same. A curtain may show in two chunks, in the target of two links. */
export function isSame(a: Stop, b: Stop): boolean {
  return a.kind === b.kind && a.chunk === b.chunk && a.index === b.index;
}

function beside(body: Body, selected: Stop, by: 1 | -1): Placed | undefined {
  const stops = stopsIn(body, selected.chunk);
  const index = stops.findIndex(({ stop }) => isSame(stop, selected));
  return stops[index + by] ?? inOthers(body, selected.chunk, by);
}

/** The first stop at or behind a position, or the last before it. */
function from(body: Body, edge: Position, by: 1 | -1): Placed | undefined {
  const stops = stopsIn(body, edge.chunk);
  const found =
    by === 1
      ? stops.find(({ at }) => !isBefore(at, edge))
      : stops.findLast(({ at }) => isBefore(at, edge));
  return found ?? inOthers(body, edge.chunk, by);
}

/** The next stop in other chunks: those behind, then those from the other end on, at last the whole of this one. */
function inOthers(body: Body, chunk: number, by: 1 | -1): Placed | undefined {
  const end = by === 1 ? 0 : -1;
  for (let next = chunk + by; next >= 0 && body.hasChunk(next); next += by) {
    const found = stopsIn(body, next).at(end);
    if (found) return found;
  }
  for (let next = by === 1 ? 0 : body.chunkCount - 1; ; next += by) {
    const found = stopsIn(body, next).at(end);
    if (found || next === chunk) return found;
  }
}

/** The stops that begin in a chunk, in order, each once. */
function stopsIn(body: Body, chunk: number): Placed[] {
  if (!body.mayHold(chunk, SIGN)) return [];
  const found = new Map<string, Placed>();
  body.chunk(chunk).forEach((candidate, line) => {
    for (const stop of stopsOf(candidate, chunk)) {
      const name = `${stop.kind} ${stop.index}`;
      if (!found.has(name)) found.set(name, { stop, at: { chunk, line } });
    }
  });
  return [...found.values()];
}

function stopsOf({ spans }: Line, chunk: number): Stop[] {
  return spans.flatMap(({ style: { curtain, link } }): Stop[] => {
    if (curtain !== undefined) return [{ kind: 'curtain', chunk, index: curtain }];
    return link ? [{ kind: 'link', chunk, index: link.index }] : [];
  });
}
