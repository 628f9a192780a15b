import { type EpisodeCode, parseEpisodeCode } from './episode.ts';
import { episodeCodesIn } from './episode-mentions.ts';
import type { Fields } from './field.ts';
import type { ViewingOrder } from './order.ts';
import { RecapError } from './problem.ts';
import { readYaml } from './yaml.ts';
import { yamlPosition } from './yaml-places.ts';

/** An unknown key that may have been meant as a gate. */
interface LostGate {
  readonly key: string;
  /** Whether it can only mean a gate or a secret, whatever its value. */
  readonly isCertain: boolean;
  /** The episodes named in its value. */
  readonly codes: readonly EpisodeCode[];
}

/** Keys that people use for a gate. */
const GATE_KEYS = /^(?:gate|until|through|watched|spoilers?|season|secrets?|phrases?|hidden)$/i;

/**
 * Rejects front matter with a key that may have been meant as a gate, since what it should hide would be public. A key
 * that names an episode is allowed if the recap is gated by that episode or a later one anyway; the checker warns about
 * it.
 *
 * @param order the show's; `undefined` for `show.md`, which has no gate of its own
 * @throws {RecapError} without the name of the key
 */
export function refuseLostGates(
  text: string,
  entries: ReadonlyMap<string, unknown>,
  fields: Fields,
  order: ViewingOrder | undefined,
): void {
  const own = order && (codeOf(entries.get('episode')) ?? codeOf(entries.get('after')));
  for (const { key, isCertain, codes } of gatesIn(entries, fields)) {
    const isIdle = own !== undefined && codes.every((code) => order?.isOpen(code, own));
    if (!isCertain && isIdle) continue;
    throw new RecapError(
      'front-matter/lost-gate',
      'an unknown key may have been meant as a gate or a secret; rename or remove it (docs/format.md lists the known ones)',
      yamlPosition(text, [key]),
    );
  }
}

/** The keys in front matter that may have been meant as a gate. @throws {RecapError} if it is not valid YAML */
export function lostGates(text: string, fields: Fields): LostGate[] {
  return gatesIn(readYaml(text), fields);
}

function gatesIn(entries: ReadonlyMap<string, unknown>, fields: Fields): LostGate[] {
  return [...entries].flatMap(([key, value]) => {
    if (Object.hasOwn(fields, key)) return [];
    const isMisspelled = Object.hasOwn(fields, key.toLowerCase());
    const isCertain = isMisspelled || GATE_KEYS.test(key);
    const codes = [key, ...textsIn(value)].flatMap(episodeCodesIn);
    return isCertain || codes.length > 0 ? [{ key, isCertain, codes }] : [];
  });
}

/** All texts in a front-matter value, including keys. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}

function codeOf(value: unknown): EpisodeCode | undefined {
  return typeof value === 'string' ? parseEpisodeCode(value) : undefined;
}
