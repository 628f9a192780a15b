import { type Gate, seasonAndNumber } from '../model/episode.ts';
import { type EpisodeList, foldedTitle } from './episode-list.ts';
import { type EpisodeName, episodeNames } from './episode-names.ts';
import type { PageFacts } from './facts.ts';
import { isHarmless } from './harmless.ts';

/** The gate of a whole text, and the reason for it. */
export interface WholeGate {
  /** `null`: the show has no episode list, or the text is later than the list. */
  readonly gate: Gate;
  readonly reason: 'title' | 'address' | 'page data' | 'option' | 'last' | 'unknown';
  /** The season that the text is about, if that is certain. */
  readonly season: number | undefined;
  /** It is about that whole season. */
  readonly isSeason: boolean;
}

/**
 * Finds the episode or season that a page is about: in its titles, URL, breadcrumbs and metadata. If these disagree,
 * the latest one counts; if nothing is found, it is the last episode in the show's list.
 */
export function wholeGate(facts: PageFacts, list: EpisodeList): WholeGate {
  const titles = facts.titles.map((title) => subjectOf(title, list));
  const address = addressText(facts.source);
  const found: (Subject & { reason: WholeGate['reason'] })[] = [
    ...titles.map((subject) => ({ ...subject, reason: 'title' as const })),
    { ...subjectOf(address, list), reason: 'address' as const },
    ...facts.trails.map((trail) => ({ ...subjectOf(trail, list), reason: 'page data' as const })),
  ].filter(({ isNamed }) => isNamed);
  if (found.length === 0) return lastGate(list);
  // an episode in a season named elsewhere is more precise, not a contradiction
  const episodes = found.filter(({ isSeason }) => !isSeason);
  const seasons = new Set(episodes.map(({ season }) => season));
  const counted = found.filter(
    ({ isSeason, season }) => !(isSeason && season !== undefined && seasons.has(season)),
  );
  const [first, ...others] = counted;
  if (!first) return lastGate(list);
  const latest = others.reduce(
    (late, next) => (list.isLater(next.gate, late.gate) ? next : late),
    first,
  );
  const season = new Set(counted.map((subject) => subject.season));
  return {
    gate: latest.gate,
    reason: latest.reason,
    season: season.size === 1 ? latest.season : undefined,
    isSeason: latest.isSeason,
  };
}

/** The gate of a text about which nothing is known: the last episode. */
function lastGate(list: EpisodeList): WholeGate {
  const gate = list.last;
  return {
    gate,
    reason: gate === null && !list.isListed ? 'unknown' : 'last',
    season: list.onlySeason,
    isSeason: false,
  };
}

interface Subject {
  readonly isNamed: boolean;
  readonly gate: Gate;
  readonly isSeason: boolean;
  readonly season: number | undefined;
}

const NOTHING: Subject = { isNamed: false, gate: null, isSeason: false, season: undefined };

/** The latest episode that a text names. */
function subjectOf(text: string, list: EpisodeList): Subject {
  const names = [...episodeNames(text), ...dottedNames(text, list)];
  if (names.length === 0) return titledSubject(text, list);
  const season = names.find((name) => name.season !== undefined)?.season;
  const meanings = names.map((name) => list.meaning(name, season));
  const precise = new Set(
    meanings.flatMap((meaning) => (meaning.isSeason ? [] : [meaning.season])),
  );
  let gate: Gate | undefined;
  for (const meaning of meanings) {
    if (meaning.isSeason && precise.has(meaning.season)) continue;
    if (gate === undefined || list.isLater(meaning.latest, gate)) gate = meaning.latest;
  }
  const isSure = meanings.every((meaning) => meaning.isSure);
  return {
    isNamed: true,
    gate: gate ?? null,
    isSeason: meanings.every((meaning) => meaning.isSeason),
    season: isSure && gate ? seasonAndNumber(gate)[0] : undefined,
  };
}

/** An episode's title with nothing telling around it: `Harbor Lights: “Ballast” recap`. */
function titledSubject(text: string, list: EpisodeList): Subject {
  const folded = ` ${foldedTitle(text)} `;
  for (const [title, codes] of list.titles) {
    const [code] = codes;
    if (codes.length !== 1 || code === undefined || !folded.includes(` ${title} `)) continue;
    const rest = folded.replace(` ${title} `, ' ');
    if (
      rest.trim() === '' ||
      !/\brecap|review|resum|kritik|critique|summary|zusammenfassung/.test(rest)
    )
      continue;
    if (!isHarmless(rest, list.show)) continue;
    return { isNamed: true, gate: code, isSeason: false, season: seasonAndNumber(code)[0] };
  }
  return NOTHING;
}

/** `1.04`, if the list has such an episode. */
export function dottedNames(text: string, list: EpisodeList): EpisodeName[] {
  return Array.from(text.matchAll(/(?<![\d.,])(\d{1,2})\.(\d{2})(?![\d.,%])/g), (match) => ({
    season: Number(match[1]),
    number: Number(match[2]),
    from: undefined,
    isVague: false,
    start: match.index,
    end: match.index + match[0].length,
  })).filter((name) => list.isListed && list.meaning(name, undefined).isSure);
}

/** The words of an address: its path, with spaces for what joins them. */
export function addressText(address: string | undefined): string {
  if (address === undefined) return '';
  const path = address.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  return path
    .replace(/\.\w{2,5}$/, '')
    .replace(/(?<=\d)[-_](?=\d)/g, ' , ')
    .replace(/[-_/+]|%20/g, ' ');
}
