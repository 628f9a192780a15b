import { type Gate, seasonAndNumber } from '../model/episode.ts';
import type { Block } from './block.ts';
import type { EpisodeList } from './episode-list.ts';
import { episodeNames } from './episode-names.ts';
import type { WholeGate } from './whole-gate.ts';

/** The gate of a block: the latest episode that any part of it is about, if that is later than `gate`. */
export function raisedByMentions(
  block: Block,
  gate: Gate,
  whole: WholeGate,
  season: number | undefined,
  list: EpisodeList,
): Gate {
  if (gate === null) return null;
  if (block.kind === 'rule' || block.kind === 'code') return gate;
  let raised: Gate = gate;
  for (const name of episodeNames(block.text)) {
    if (name.isVague) continue;
    const meaning = list.meaning(name, season ?? seasonAndNumber(gate)[0]);
    // a season that has begun is no later one, as "season 1" in a recap of its second episode
    if (meaning.isSeason && (meaning.season ?? 0) <= seasonAndNumber(gate)[0]) continue;
    // a number that is not in the list may be the number of something else
    if (meaning.latest === null || !list.knows(meaning.latest)) continue;
    if (list.isLater(meaning.latest, raised)) {
      raised = meaning.isSure ? meaning.latest : list.later(meaning.latest, whole.gate);
    }
  }
  return raised;
}
