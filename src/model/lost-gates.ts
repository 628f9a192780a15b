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
  /** A known key, in lower case, if this is one in another case. */
  readonly field: string | undefined;
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
 * @throws {RecapError} that quotes nothing of the file
 */
export function refuseLostGates(
  text: string,
  entries: Readonly<Record<string, unknown>>,
  fields: Fields,
  order: ViewingOrder | undefined,
): void {
  const gates = gatesIn(entries, fields);
  if (gates.length === 0) return;
  const own = order && (codeOf(entries.episode) ?? codeOf(entries.after));
  for (const { key, field, isCertain, codes } of gates) {
    const isIdle = own !== undefined && codes.every((code) => order?.isOpen(code, own));
    if (!isCertain && isIdle) continue;
    const position = yamlPosition(text, [key]);
    if (field !== undefined) {
      const message = `keys are in lower case; write \`${field}\``;
      throw new RecapError('front-matter/key-case', message, position);
    }
    throw new RecapError('front-matter/lost-gate', lostGateMessage(key, order), position);
  }
}

/** It names the key only if it is a word of ours. */
function lostGateMessage(key: string, order: ViewingOrder | undefined): string {
  const name = key.toLowerCase();
  if (order && name === 'season') {
    return '`season` is not a key of a recap; write season and episode as one code behind `episode:`';
  }
  const word = GATE_KEYS.test(name) ? `\`${name}\`` : 'an unknown key';
  return order
    ? `${word} may have been meant as a gate, but is not one; write \`episode:\` or \`after:\` instead, or remove it`
    : `${word} may have been meant as a gate or a secret; declare it under \`secrets\`, or remove it`;
}

/** The keys in front matter that may have been meant as a gate. @throws {RecapError} if it is not valid YAML */
export function lostGates(text: string, fields: Fields): LostGate[] {
  return gatesIn(readYaml(text), fields);
}

function gatesIn(entries: Readonly<Record<string, unknown>>, fields: Fields): LostGate[] {
  const unknown = Object.keys(entries).filter((key) => !Object.hasOwn(fields, key));
  return unknown.flatMap((key) => {
    const name = key.toLowerCase();
    const field = Object.hasOwn(fields, name) ? name : undefined;
    const isCertain = field !== undefined || GATE_KEYS.test(key);
    const codes = [key, ...textsIn(entries[key])].flatMap(episodeCodesIn);
    return isCertain || codes.length > 0 ? [{ key, field, isCertain, codes }] : [];
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
