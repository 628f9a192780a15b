import type { Place } from '../model/order.ts';

/** A place that was recorded, and how. */
export interface ProgressChange {
  readonly from: Place;
  readonly to: Place;
  readonly isUndo: boolean;
}
