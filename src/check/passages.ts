import { gatedPieces } from '../gated/recap.ts';
import { isText, type Piece, type Spoiler } from '../gated/spoiler.ts';
import type { Gate } from '../model/episode.ts';
import { gateWithin } from '../model/gate.ts';
import type { ViewingOrder } from '../model/order.ts';
import type { AuthorRecap } from './author-file.ts';

/** A stretch of a body and the gate that it waits for as a whole; `undefined`: it is public. */
export interface Passage {
  readonly text: string;
  /** Where it stands in the body. */
  readonly offset: number;
  readonly gate: Gate | undefined;
}

/** A spoiler with the gates that hold for it and around it. */
interface GatedSpoiler {
  readonly spoiler: Spoiler;
  readonly gate: Gate;
  readonly around: Gate | undefined;
}

/** A body laid flat: its text in order, and its spoilers, outer ones first. */
export interface FlatBody {
  readonly passages: readonly Passage[];
  readonly spoilers: readonly GatedSpoiler[];
}

/** A body with the gate of everything in it, as `veil` would take it. What cannot be understood never opens. */
export function flatBody({ recap }: AuthorRecap, order: ViewingOrder): FlatBody {
  const passages: Passage[] = [];
  const spoilers: GatedSpoiler[] = [];
  const walk = (pieces: readonly Piece[], around: Gate | undefined): void => {
    for (const piece of pieces) {
      if (isText(piece)) passages.push({ ...piece, gate: around });
      else {
        const isKnown = piece.after == null || order.knows(piece.after);
        const gate = piece.isBroken || !isKnown ? null : gateWithin(order, piece.after, around);
        spoilers.push({ spoiler: piece, gate, around });
        walk(piece.pieces, gate);
      }
    }
  };
  walk(gatedPieces(recap), undefined);
  return { passages, spoilers };
}

/** Whether what waits for `a` can be seen before what waits for `b`. */
export function opensBefore(
  order: ViewingOrder,
  a: Gate | undefined,
  b: Gate | undefined,
): boolean {
  if (b === undefined) return false;
  if (a === undefined) return true;
  if (a === null) return false;
  return b === null || order.compare(a, b) < 0;
}
