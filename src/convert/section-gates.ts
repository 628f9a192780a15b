import { type EpisodeCode, type Gate, seasonAndNumber } from '../model/episode.ts';
import { announcesSpoilers } from './announcement.ts';
import { type Block, LIKE_HEADING } from './block.ts';
import { type EpisodeList, foldedTitle, type Meaning } from './episode-list.ts';
import { type EpisodeName, episodeNames } from './episode-names.ts';
import { isHarmless } from './harmless.ts';
import type { Hiding } from './hiding.ts';
import { dottedNames, type WholeGate } from './whole-gate.ts';

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

/** Headings that sum up or look ahead, whatever section they stand in. */
const CLOSING =
  /\b(?:verdict|conclusions?|final (?:thoughts|words)|overall|theor(?:y|ies)|predictions?|what(?:['’]s| comes| happens) next|looking ahead|ending|finale|the end|explained|spoilers?|season in review|fazit|conclusion|conclusión|verdetto|renewed|cancell?ed)\b/i;
/** Words in a heading that look beyond its episode. */
const BEYOND =
  /\b(?:finale|endings?|ends?|ended|later|future|foreshadow\w*|theor\w+|predict\w*|next|vs|versus|compared?|sets? up|setup|explained|spoil\w*|connect\w*|call-?backs?|pay-?offs?|aftermath|seasons?|series|until|leads? to|after|before|how|why|through|ties?|links?|revisit\w*|rewatch\w*|staffel|saison|temporada|stagione)\b/i;

/**
 * Gives each block its gate: that of the whole, unless it stands below a heading that names an episode without doubt.
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

/** A text of which a part is about a later episode than the rest waits for that episode. */
function raisedByMentions(
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
    // what the list does not have cannot be told from a number of something else
    if (meaning.latest === null || !list.knows(meaning.latest)) continue;
    if (list.isLater(meaning.latest, raised)) {
      raised = meaning.isSure ? meaning.latest : list.later(meaning.latest, whole.gate);
    }
  }
  return raised;
}

/** The seasons that a heading names. */
function seasonsIn(text: string): number[] {
  return [
    ...new Set(episodeNames(text).flatMap(({ season }) => (season === undefined ? [] : [season]))),
  ];
}

/** Whether a heading's number is one of the season that headings before it named. */
function dependsOnSeason(text: string, list: EpisodeList): boolean {
  const subject = withoutLead(text, list);
  const [name] = episodeNames(subject);
  return name !== undefined && !byTitle(name, subject, undefined, list).isSure;
}

function isSeasonAlone(text: string): boolean {
  const [name] = episodeNames(text);
  return name !== undefined && name.season !== undefined && name.number === undefined;
}

/** The episode that a heading is about; `'doubtful'` if it names some and it cannot be told; `undefined`: none. */
function headingSubject(
  text: string,
  season: number | undefined,
  list: EpisodeList,
): EpisodeCode | 'doubtful' | undefined {
  const subject = withoutLead(text, list);
  const dotted = dottedNames(subject, list).filter(({ start }) => start === 0);
  const names = dotted.length > 0 ? dotted : episodeNames(subject);
  const [name, ...others] = names;
  if (!name) return undefined;
  const meaning = byTitle(name, subject, season, list);
  if (others.length > 0 || name.start > 0 || !meaning.isSure || meaning.latest === null)
    return 'doubtful';
  return isAboutAlone(subject, name, meaning.latest, list, 'heading') ? meaning.latest : 'doubtful';
}

/** The episode that an item, a row or a paragraph begins with. */
function leadSubject(
  block: Block,
  season: number | undefined,
  list: EpisodeList,
): EpisodeCode | undefined {
  if (block.kind === 'row') return rowSubject(block, season, list);
  const text = withoutLead(block.text, list);
  const lead = withoutLead(block.lead ?? '', list);
  const [name] = episodeNames(text.slice(0, 200));
  if (!name || name.start > 0) return undefined;
  const meaning = byTitle(name, text, season, list);
  if (!meaning.isSure || meaning.latest === null || meaning.isSeason) return undefined;
  // its beginning in bold type is a heading; without it, the code and a separator are
  if (lead !== '' && lead.length < text.length) {
    const inLead = episodeNames(lead);
    const isLead =
      inLead.length === 1 &&
      isAboutAlone(lead.replace(/[\s:.–—-]+$/, ''), name, meaning.latest, list, 'heading');
    return isLead ? meaning.latest : undefined;
  }
  if (block.kind === 'paragraph') return undefined;
  return isAboutAlone(text, name, meaning.latest, list, 'item') ? meaning.latest : undefined;
}

/** What a name means, where its title tells which season it is of: "Episode 1: Corps". */
function byTitle(
  name: EpisodeName,
  text: string,
  season: number | undefined,
  list: EpisodeList,
): Meaning {
  const meaning = list.meaning(name, season);
  if (meaning.isSure || name.isVague || name.season !== undefined) return meaning;
  const [code, ...others] = list.titled(titleOf(text.slice(name.end)));
  if (code === undefined || others.length > 0) return meaning;
  const [titleSeason, number] = seasonAndNumber(code);
  if (number !== name.number || (season !== undefined && season !== titleSeason)) return meaning;
  return { latest: code, isSure: true, season: titleSeason, isSeason: false };
}

/** A heading without what may stand before the episode that it names: the show's title, a number, a dash. */
function withoutLead(text: string, list: EpisodeList): string {
  let rest = text
    .replace(/^(?:[^\p{L}\p{N}]+|(?:recap|review|tv recap|episode recap)\s*[:–—-]\s*)/iu, '')
    .trim();
  for (const title of list.show?.titles ?? []) {
    if (title && rest.toLowerCase().startsWith(title.toLowerCase()))
      rest = rest.slice(title.length).replace(/^[\s:–—,|-]+/, '');
  }
  return rest;
}

/** Whether what follows an episode's name in a heading is its title, or says no more than what kind of text it is. */
function isAboutAlone(
  text: string,
  name: EpisodeName,
  code: EpisodeCode,
  list: EpisodeList,
  kind: 'heading' | 'item',
): boolean {
  const behind = text.slice(name.end);
  const rest = behind.replace(/^[\s:;.,–—\-·∙•|/()[\]"“”„«»'‘’]+/, '').trim();
  const isApart = /^\s*(?:[:;.,–—\-·∙•|()["“”„«»‘]|$)/.test(behind);
  if (rest === '') return true;
  const title = kind === 'heading' ? rest : titleOf(behind);
  const titled = list.titled(title);
  if (titled.length > 0) return titled.includes(code);
  if (kind === 'item') {
    const named = [...list.titles].filter(([known]) =>
      ` ${foldedTitle(title)} `.startsWith(` ${known} `),
    );
    return isApart && named.every(([, codes]) => codes.includes(code));
  }
  if (isHarmless(rest, list.show)) return !BEYOND.test(rest);
  const isShort = rest.split(/\s+/).length <= 14;
  const isCode = /^(?:[st]\d|\d+[x×.]\d)/i.test(text.slice(name.start, name.end));
  return isShort && (isApart || isCode) && !BEYOND.test(rest) && !/[?¿？]/.test(rest);
}

/** A title at the beginning of a text: in quotes, or up to the first separator. */
function titleOf(behind: string): string {
  const quoted = /^[\s:.,–—\-·∙•|(]*["“„«‘]([^"”“»’]{1,80})["”“»’]/.exec(behind)?.[1];
  return quoted ?? behind.replace(/^[\s:;.,–—\-·∙•|]+/, '').split(/[:–—|.]|\s-\s/, 1)[0] ?? '';
}

/** Headings that are nothing but titles of the list's episodes, in its order: two of a rank and all between them. */
function titleHeadings(blocks: readonly Block[], list: EpisodeList): Map<Block, EpisodeCode> {
  const found = new Map<Block, EpisodeCode>();
  const ranks = new Map<number, { block: Block; code: EpisodeCode | undefined }[]>();
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.rank === undefined) continue;
    const codes = list.titled(block.text);
    const code = codes.length === 1 ? codes[0] : undefined;
    const sameRank = ranks.get(block.rank);
    if (sameRank) sameRank.push({ block, code });
    else ranks.set(block.rank, [{ block, code }]);
  }
  for (const headings of ranks.values()) {
    const first = headings.findIndex(({ code }) => code !== undefined);
    const last = headings.findLastIndex(({ code }) => code !== undefined);
    const run = headings.slice(first, last + 1);
    const isOrdered = run.every(({ code }, index) => {
      const before = run[index - 1]?.code;
      return (
        code !== undefined && (index === 0 || (before !== undefined && list.isLater(code, before)))
      );
    });
    if (run.length < 2 || !isOrdered) continue;
    for (const { block, code } of run) if (code !== undefined) found.set(block, code);
  }
  return found;
}

/** The episode of a table's row: by a code in its first cell, or by its number in the season and its title. */
function rowSubject(
  { cells, lead }: Block,
  season: number | undefined,
  list: EpisodeList,
): EpisodeCode | undefined {
  if (!cells || cells.length < 2) return undefined;
  const [name, ...others] = episodeNames(lead ?? '');
  if (name && name.start === 0 && others.length === 0 && name.end >= (lead ?? '').trim().length) {
    const meaning = list.meaning(name, season);
    if (meaning.isSure && !meaning.isSeason && meaning.latest !== null) {
      const titled = cells.slice(1, 4).flatMap((cell) => list.titled(cell));
      return titled.length === 0 || titled.includes(meaning.latest) ? meaning.latest : undefined;
    }
  }
  const titled = cells.slice(0, 5).flatMap((cell) => list.titled(quotedTitle(cell)));
  const [title, ...more] = new Set(titled);
  if (title === undefined || more.length > 0) return undefined;
  // a title alone may be that of something else: its number must stand beside it
  const [titleSeason, titleNumber] = seasonAndNumber(title);
  if (season !== undefined && season !== titleSeason) return undefined;
  const numbers = cells.slice(0, 4).map(numberOf);
  const isNumbered = numbers.includes(titleNumber);
  const isCounted = numbers.includes(list.positionOf(title));
  return isNumbered || isCounted ? title : undefined;
}

function quotedTitle(cell: string): string {
  return /["“„«]([^"”“»]+)["”“»]/.exec(cell)?.[1] ?? cell;
}

function numberOf(cell: string | undefined): number | undefined {
  const digits = /^\D{0,3}(\d{1,4})\D{0,3}$/.exec(cell?.trim() ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Whether a text says that what follows it are spoilers: up to here a page may be meant for everybody. */
export function isWarning({ text, kind }: Block): boolean {
  return kind !== 'rule' && kind !== 'code' && announcesSpoilers(text);
}
