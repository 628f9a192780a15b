import { type EpisodeCode, type Gate, seasonAndNumber } from '../model/episode.ts';
import { type Block, LIKE_HEADING } from './block.ts';
import type { EpisodeList } from './episode-list.ts';
import { episodeNames } from './episode-names.ts';
import { hidingGate } from './hiding-gate.ts';
import { raisedByMentions } from './mentioned-gate.ts';
import { dependsOnSeason, headingSubject, leadSubject } from './subject.ts';
import { titleHeadings } from './title-headings.ts';
import type { WholeGate } from './whole-gate.ts';

/** A block with the gate that it waits for. */
export interface GatedBlock {
  readonly block: Block;
  readonly gate: Gate;
  /** Set at the first block of a section that has a gate of its own. */
  readonly opens?: 'earlier' | 'later' | undefined;
}

interface Section {
  readonly gate: EpisodeCode;
  readonly rank: number;
  /** It is about a whole season: rows and items in it may be about an earlier episode. */
  readonly isSeason: boolean;
}

/** Headings that sum up or look ahead, whatever section they are in. */
const CLOSING =
  /\b(?:verdict|conclusions?|final (?:thoughts|words)|overall|theor(?:y|ies)|predictions?|what(?:['’]s| comes| happens) next|looking ahead|ending|finale|the end|explained|spoilers?|season in review|fazit|conclusion|conclusión|verdetto|renewed|cancell?ed)\b/i;
/**
 * Gives each block its gate: that of the whole, unless it is below a heading that names an episode unambiguously.
 * What mentions a later episode than its section's waits for that one, and what the page hides waits for more.
 */
export function sectionGates(
  blocks: readonly Block[],
  whole: WholeGate,
  list: EpisodeList,
): GatedBlock[] {
  const titled = titleHeadings(blocks, list);
  const out: GatedBlock[] = [];
  let section: Section | undefined;
  let season: number | undefined = whole.season ?? list.onlySeason;
  let isSeasonDoubtful = false;
  // numbers without a season rise below the heading that named it; where they fall another season has begun
  let highest = 0;
  let row: Gate = whole.gate;
  for (const block of blocks) {
    const around = isSeasonDoubtful ? undefined : season;
    let opens: GatedBlock['opens'];
    if (block.kind === 'rule') section = undefined;
    if (block.kind === 'heading') {
      const rank = block.rank ?? LIKE_HEADING;
      let subject = headingSubject(block.text, around, list) ?? titled.get(block);
      const seasons = seasonsIn(block.text);
      if (seasons.length > 0) {
        isSeasonDoubtful = seasons.length > 1;
        season = seasons[0];
        highest = 0;
      }
      if (subject !== undefined && subject !== 'doubtful') {
        const isInherited = whole.season === undefined && dependsOnSeason(block.text, list);
        const [, number] = seasonAndNumber(subject);
        if (isInherited && number <= highest) {
          subject = 'doubtful';
          isSeasonDoubtful = true;
        } else if (!isSeasonAlone(block.text)) highest = number;
      }
      if (subject !== undefined) {
        section =
          subject === 'doubtful'
            ? undefined
            : { gate: subject, rank, isSeason: isSeasonAlone(block.text) };
        if (section && section.gate !== whole.gate)
          opens = list.isLater(section.gate, whole.gate) ? 'later' : 'earlier';
      } else if (section && (rank <= section.rank || CLOSING.test(block.text))) section = undefined;
    }
    let gate: Gate = section?.gate ?? whole.gate;
    if (block.kind === 'item' || block.kind === 'row' || block.kind === 'paragraph') {
      const own = leadSubject(block, around, list);
      if (own !== undefined) {
        const isFree = !section || section.isSeason;
        gate = section && !section.isSeason ? list.later(section.gate, own) : own;
        if (isFree && gate !== whole.gate)
          opens = list.isLater(gate, whole.gate) ? 'later' : 'earlier';
      }
      if (block.kind === 'row') row = gate;
    }
    if (block.isContinued)
      gate = section && !section.isSeason ? list.later(row, section.gate) : row;
    gate = raisedByMentions(block, gate, whole, around, list);
    if (block.hiding) gate = list.later(gate, hidingGate(block.hiding, whole, around, list));
    out.push({ block, gate, opens });
  }
  return out;
}

/** The seasons that a heading names. */
function seasonsIn(text: string): number[] {
  return [
    ...new Set(episodeNames(text).flatMap(({ season }) => (season === undefined ? [] : [season]))),
  ];
}

function isSeasonAlone(text: string): boolean {
  const [name] = episodeNames(text);
  return name !== undefined && name.season !== undefined && name.number === undefined;
}
