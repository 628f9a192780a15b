import { type EpisodeCode, type Gate, seasonAndNumber } from './episode.ts';

/** How far a reader has watched: through this episode, itself included; `null`: not started. */
export type Place = EpisodeCode | null;

/**
 * The order in which a show's episodes are watched: the order of its list, or without a list by season and number, with
 * the specials of season 0 last so that nobody counts as having watched them by accident.
 *
 * If several folders list the show's episodes, their lists are merged, and a gate opens only if every list that has
 * both the gate and the reader's place agrees (docs/format.md, several folders).
 */
export class ViewingOrder {
  readonly #positions: ReadonlyMap<EpisodeCode, number>;
  readonly #layers: readonly ViewingOrder[];

  /** The show's episodes in viewing order; empty where the show lists none. */
  readonly codes: readonly EpisodeCode[];

  /**
   * Whether the show lists its episodes; if so, no others are known. An unreadable list counts as an empty one: no
   * episode is known, and every gate stays closed.
   */
  readonly isListed: boolean;

  /** @param layers the lists that `codes` was merged from, where there are several */
  constructor(
    codes: readonly EpisodeCode[],
    isListed = codes.length > 0,
    layers: readonly ViewingOrder[] = [],
  ) {
    this.codes = codes;
    this.isListed = isListed;
    this.#layers = layers.length > 1 ? layers : [];
    this.#positions = new Map(codes.map((code, index) => [code, index]));
  }

  /** The last episode of the list; `null` where there is no list. */
  get last(): Gate {
    return this.codes.at(-1) ?? null;
  }

  /** Whether the episode belongs to the show. Every code does where the show has no list. */
  knows(code: EpisodeCode): boolean {
    return !this.isListed || this.#positions.has(code);
  }

  /** Negative if `a` is watched before `b`, 0 if they are the same. Unknown episodes come last. */
  compare(a: EpisodeCode, b: EpisodeCode): number {
    if (this.isListed) {
      return this.#position(a) - this.#position(b) || (a === b ? 0 : byNumber(a, b));
    }
    return byNumber(a, b);
  }

  /**
   * The later of two gates; a gate that never opens is the latest. If the lists that this one was merged from disagree,
   * the result never opens.
   */
  later(a: Gate, b: Gate): Gate {
    if (a === null || b === null) return null;
    const [early, late] = this.compare(a, b) >= 0 ? [b, a] : [a, b];
    return this.#layers.every((layer) => layer.#mayPrecede(early, late)) ? late : null;
  }

  /**
   * Whether a reader at `place` has watched the gate's episode. Fails closed: an unknown episode,
   * as a gate or as a place, opens nothing.
   */
  isOpen(gate: Gate, place: Place): boolean {
    if (gate === null || place === null) return false;
    if (!this.knows(gate) || !this.knows(place)) return false;
    if (this.compare(gate, place) > 0) return false;
    return this.#layers.every((layer) => layer.#mayPrecede(gate, place));
  }

  /** The episode watched after `place`; `null` after the last, or where there is no list. */
  next(place: Place): EpisodeCode | null {
    if (place === null) return this.codes[0] ?? null;
    const position = this.#positions.get(place);
    return position === undefined ? null : (this.codes[position + 1] ?? null);
  }

  /** Whether the list lacks one of them, or has them in this order. */
  #mayPrecede(a: EpisodeCode, b: EpisodeCode): boolean {
    const [first, second] = [this.#positions.get(a), this.#positions.get(b)];
    return first === undefined || second === undefined || first <= second;
  }

  #position(code: EpisodeCode): number {
    return this.#positions.get(code) ?? this.codes.length;
  }
}

function byNumber(a: EpisodeCode, b: EpisodeCode): number {
  const [seasonA, numberA] = seasonAndNumber(a);
  const [seasonB, numberB] = seasonAndNumber(b);
  return specialsLast(seasonA) - specialsLast(seasonB) || numberA - numberB;
}

function specialsLast(season: number): number {
  return season === 0 ? Number.MAX_SAFE_INTEGER : season;
}
