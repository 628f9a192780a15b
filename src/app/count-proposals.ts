import { Accounts } from '../store/accounts.ts';
import type { Audience } from './audience.ts';
import { openLibrary } from './open-library.ts';
import { planPlaces } from './plan-places.ts';
import { readServices, type SyncOptions } from './sync-services.ts';

/**
 * How many shows the services that are set up propose a later place in. Nothing is set, and nothing is said of a service
 * that cannot be read.
 *
 * @param library the folders of `--library`
 */
export async function countProposals(
  audience: Audience,
  library: readonly string[] | undefined,
  options: SyncOptions,
): Promise<number> {
  if (audience.folder === undefined) return 0;
  const accounts = new Accounts(audience.folder).all();
  if (accounts.length === 0) return 0;
  const shows = await openLibrary(library, options.host).readShows();
  const { counted } = await readServices(accounts, shows, options);
  const plans = planPlaces(audience, counted.shows);
  return plans.filter(({ proposal }) => proposal.kind === 'raise').length;
}
