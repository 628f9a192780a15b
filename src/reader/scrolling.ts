import { isBefore, type Position } from './body.ts';
import type { Document } from './state.ts';

/** Moves the screen only if the position is not on it; then it comes to a third of the way down. */
export function reveal(document: Document, at: Position, rows: number): Document {
  const { body, top } = document;
  const isOn = !isBefore(at, top) && isBefore(at, body.move(top, rows));
  const isLast = body.lines(top, rows + 1).length <= rows && !isBefore(at, top);
  if (isOn || isLast) return document;
  return { ...document, top: body.fill(body.move(at, -Math.floor(rows / 3)), rows) };
}
