import { cut } from '../gated/cut.ts';
import { isText, type Piece } from '../gated/spoiler.ts';
import type { Gate } from '../model/episode.ts';
import type { EpisodeList } from './episode-list.ts';
import type { GatedBody } from './gated-body.ts';

/** A stretch of a body as the program's own cutter reads it. */
interface Read {
  readonly start: number;
  readonly end: number;
  /** `undefined`: open; `null`: closed for good. */
  readonly gate: Gate | undefined;
}

/**
 * Whether the cutter reads a draft as it was meant: every stretch of its text waits for the gate that was intended,
 * none of it is read as a marker, and all of it is understood.
 *
 * @param around the gate in the front matter
 */
export function isFaithful(body: GatedBody, around: Gate | undefined, list: EpisodeList): boolean {
  const { pieces, problems } = cut(body.text);
  if (problems.length > 0) return false;
  const read = [...readingsOf(pieces, around, list)].sort((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end, gate } of body.intended) {
    let covered = 0;
    while ((read[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    for (let index = at; ; index++) {
      const piece = read[index];
      if (!piece || piece.start >= end) break;
      if (piece.gate !== gate) return false;
      covered += Math.min(piece.end, end) - Math.max(piece.start, start);
    }
    if (covered < end - start) return false;
  }
  return true;
}

function* readingsOf(
  pieces: readonly Piece[],
  around: Gate | undefined,
  list: EpisodeList,
): Generator<Read> {
  for (const piece of pieces) {
    if (isText(piece)) {
      yield { start: piece.offset, end: piece.offset + piece.text.length, gate: around };
    } else {
      yield* readingsOf(
        piece.pieces,
        piece.isBroken ? null : gateOf(piece.after, around, list),
        list,
      );
    }
  }
}

/** The later of a spoiler's own gate and that around it; without either, the last episode (docs/format.md). */
function gateOf(after: Gate | undefined, around: Gate | undefined, list: EpisodeList): Gate {
  if (after === undefined) return around === undefined ? list.last : around;
  return around === undefined ? after : list.later(after, around);
}
