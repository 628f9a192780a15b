import type { Gate } from './episode.ts';
import type { ViewingOrder } from './order.ts';

/**
 * The gate of a spoiler as it holds: the later of its own and of that around it; without its own that around
 * it; without either the last episode of the show's list (docs/format.md).
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
