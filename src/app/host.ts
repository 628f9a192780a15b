import type { Configuration } from '../store/config/configuration.ts';
import type { Surroundings } from '../store/disk/surroundings.ts';

/** The machine that the program runs on. Tests pass in one of their own. */
export interface Host extends Surroundings {
  /** The host name: the identifier of this device until one is kept in the state folder. */
  readonly device: () => string;
  readonly now: () => Date;
  /** What the user has set for good. */
  readonly config: Configuration;
}
