import type { Show } from '../gated/show.ts';
import { type Proposal, propose } from '../history/propose.ts';
import type { ShowTally } from '../history/show-count.ts';
import type { Audience } from './audience.ts';

/** What a history would do to one show. */
export interface Plan {
  readonly show: Show;
  readonly tally: ShowTally;
  readonly proposal: Proposal;
}

/**
 * What is proposed for each show that a history knows, by slug. Nothing is set.
 *
 * @param only the one show to propose for
 */
export function planPlaces(
  audience: Pick<Audience, 'recorded'>,
  tallies: readonly ShowTally[],
  only?: Show,
): Plan[] {
  return tallies
    .filter(({ show }) => only === undefined || show === only)
    .map((tally) => {
      const { show } = tally;
      return { show, tally, proposal: propose(show.order, audience.recorded(show), tally) };
    })
    .sort((a, b) => (a.show.slug < b.show.slug ? -1 : 1));
}
