import { foldName } from '../text/fold.ts';
import { DamagedHistory } from './damaged-history.ts';
import { type Entry, MAX_TITLE } from './entry.ts';

import type { Matcher } from './match.ts';
import { Tallying } from './tally.ts';

/** More people than any household or server has. */
const MAX_VIEWERS = 1000;

/**
 * Counts each viewer's entries separately. Plays of several people are never combined, as none of them may have watched
 * it all.
 */
export class ViewerTallies {
  readonly #matcher: Matcher;
  readonly #unnamed: Tallying;
  readonly #byName = new Map<string, Tallying>();
  /** The viewers with at least one counted entry. */
  readonly #watching = new Set<string>();

  constructor(matcher: Matcher) {
    this.#matcher = matcher;
    this.#unnamed = new Tallying(matcher);
  }

  /** @throws {DamagedHistory} if a file has implausibly many viewers */
  add(entry: Entry): void {
    const name = foldName((entry.viewer ?? '').slice(0, MAX_TITLE));
    if (name !== '' && entry.kind !== 'left-out') this.#watching.add(name);
    if (this.#byName.size > MAX_VIEWERS) throw new DamagedHistory();
    this.#of(name).add(entry);
  }

  merge(other: ViewerTallies): void {
    this.#unnamed.merge(other.#unnamed);
    for (const [name, tallying] of other.#byName) this.#of(name).merge(tallying);
    for (const name of other.#watching) this.#watching.add(name);
  }

  /** The number of viewers who have watched something. */
  get count(): number {
    return this.#watching.size;
  }

  has(viewer: string): boolean {
    return this.#watching.has(foldName(viewer));
  }

  /** What one viewer has watched, with what no viewer is told for. @param viewer without one, all there is */
  of(viewer: string | undefined): Tallying {
    const all = new Tallying(this.#matcher);
    all.merge(this.#unnamed);
    for (const [name, tallying] of this.#byName) {
      if (viewer === undefined || name === foldName(viewer)) all.merge(tallying);
    }
    return all;
  }

  #of(name: string): Tallying {
    if (name === '') return this.#unnamed;
    const known = this.#byName.get(name);
    if (known) return known;
    const tallying = new Tallying(this.#matcher);
    this.#byName.set(name, tallying);
    return tallying;
  }
}
