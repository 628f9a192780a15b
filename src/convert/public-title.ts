import { hostOf } from './address-host.ts';
import type { EpisodeList } from './episode-list.ts';
import type { PageFacts } from './facts.ts';
import { isHarmless } from './harmless.ts';
import type { WholeGate } from './whole-gate.ts';

/** The title that everyone may read. */
export interface PublicTitle {
  readonly text: string;
  /** It is the page's own title. */
  readonly isOwn: boolean;
}

/**
 * A page's own title if it reveals nothing, otherwise one made from the episode's code and the page's host: "S01E04
 * recap, example.com".
 */
export function publicTitle(facts: PageFacts, whole: WholeGate, list: EpisodeList): PublicTitle {
  const host = hostOf(facts.source);
  const names = [facts.site, host, host?.replace(/\.[a-z.]+$/, '')];
  if (
    facts.title !== undefined &&
    isHarmless(facts.title, list.show, names) &&
    /[\p{L}\p{N}]/u.test(facts.title)
  ) {
    return { text: facts.title.slice(0, 300), isOwn: true };
  }
  const subject = subjectOf(whole, list);
  return { text: `${subject} recap${host ? `, ${host}` : ''}`.replace(/^ ?r/, 'R'), isOwn: false };
}

function subjectOf({ gate, reason, season, isSeason }: WholeGate, list: EpisodeList): string {
  if (gate === null || reason === 'unknown' || reason === 'last') return '';
  if (list.isListed && !list.knows(gate)) return '';
  return isSeason && season !== undefined ? `Season ${season}` : gate;
}
