import type { Gate } from '../model/episode.ts';
import type { EpisodeList } from './episode-list.ts';
import { episodeNames } from './episode-names.ts';
import type { Hiding } from './hiding.ts';
import type { WholeGate } from './whole-gate.ts';

/** What the page hides waits for at least the whole's gate; what it calls a spoiler, for the last if it names none. */
export function hidingGate(
  hiding: Hiding,
  whole: WholeGate,
  season: number | undefined,
  list: EpisodeList,
): Gate {
  const names = episodeNames(hiding.label ?? '');
  const meanings = names.map((name) => list.meaning(name, season));
  const isNamed = meanings.length > 0 && meanings.every(({ isSure }) => isSure);
  let gate: Gate = whole.gate;
  if (isNamed) for (const { latest } of meanings) gate = list.later(gate, latest);
  else if (hiding.kind === 'spoiler' || names.length > 0) gate = list.later(gate, list.last);
  return hiding.within ? list.later(gate, hidingGate(hiding.within, whole, season, list)) : gate;
}
