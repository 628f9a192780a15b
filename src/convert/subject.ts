import { type EpisodeCode, seasonAndNumber } from '../model/episode.ts';
import type { Block } from './block.ts';
import { type EpisodeList, foldedTitle, type Meaning } from './episode-list.ts';
import { type EpisodeName, episodeNames } from './episode-names.ts';
import { isHarmless } from './harmless.ts';
import { rowSubject } from './row-subject.ts';
import { dottedNames } from './whole-gate.ts';

/** Words in a heading that look beyond its episode. */
const BEYOND =
  /\b(?:finale|endings?|ends?|ended|later|future|foreshadow\w*|theor\w+|predict\w*|next|vs|versus|compared?|sets? up|setup|explained|spoil\w*|connect\w*|call-?backs?|pay-?offs?|aftermath|seasons?|series|until|leads? to|after|before|how|why|through|ties?|links?|revisit\w*|rewatch\w*|staffel|saison|temporada|stagione)\b/i;

/** The episode that a heading is about; `'doubtful'` if it names some but is ambiguous; `undefined` if it names none. */
export function headingSubject(
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

/** Whether a heading's number is one of the season that headings before it named. */
export function dependsOnSeason(text: string, list: EpisodeList): boolean {
  const subject = withoutLead(text, list);
  const [name] = episodeNames(subject);
  return name !== undefined && !byTitle(name, subject, undefined, list).isSure;
}

/** The episode that an item, a row or a paragraph begins with. */
export function leadSubject(
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

/** A heading without what may come before its episode: the show's title, a number, a dash. */
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
