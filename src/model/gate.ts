import type { Gate } from './episode.ts';
import type { ViewingOrder } from './order.ts';

/**
 * The effective gate of a spoiler: the later of its own and the surrounding one; without its own, the surrounding one;
 * without either, the last episode of the show's list (docs/format.md).
 *
 * @param around `undefined` where nothing gated surrounds it
 */
export function gateWithin(
  order: ViewingOrder,
  after: Gate | undefined,
  around: Gate | undefined,
): Gate {
  if (after === undefined) return around === undefined ? order.last : around;
  return around === undefined ? after : order.later(after, around);
}
