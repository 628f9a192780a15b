import type { ViewingOrder } from '../model/order.ts';
import type { AuthorRecap } from './author-file.ts';
import type { Finding } from './finding.ts';
import { type FlatBody, opensBefore } from './passages.ts';

/** Gates that never open, and those that open no later than what surrounds them. */
export function gateFindings(
  { file }: AuthorRecap,
  { spoilers }: FlatBody,
  order: ViewingOrder,
): Finding[] {
  return spoilers.flatMap(({ spoiler, gate, around }) => {
    const { after, form, isBroken, offset } = spoiler;
    // the gate of the whole is that of the front matter, and what is broken has been reported by the cutter
    if (form === 'body' || isBroken) return [];
    const at = file.inBody(offset);
    if (after != null && !order.knows(after)) {
      const message = 'the show lists no such episode, so this never opens; fix the episode code';
      return file.finding('gate/unknown', message, at);
    }
    if (after === undefined && gate === null && around === undefined) {
      const message =
        'this spoiler has no gate and the show lists no episodes, so it can only be peeked at; add `after=`, or list the episodes in `show.md`';
      return file.finding('gate/never', message, at);
    }
    const isIdle =
      after !== undefined && around !== undefined && !opensBefore(order, around, after);
    if (!isIdle) return [];
    const message =
      'this gate opens no later than the one around it, so it hides nothing; use a later gate or remove it';
    return file.finding('gate/idle', message, at);
  });
}
