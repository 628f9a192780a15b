import type { EpisodeCode } from '../model/episode.ts';
import { escapedMarkers } from '../syntax/escape.ts';
import type { DraftOptions } from './draft.ts';
import { headingSubject } from './episode-heading.ts';
import {
  announces,
  REST,
  START,
  STOP,
  WRITTEN_START,
  WRITTEN_STOP,
  withoutMarks,
} from './marks.ts';

/** Something that waits for the last episode because nobody knows for which it should. */
export interface Unsure {
  /** Its line in the draft, from 1. */
  readonly line: number;
  readonly why: string;
}

interface GatedBody {
  readonly markdown: string;
  readonly unsure: readonly Unsure[];
  /** The page ends a spoiler that it has not begun: what it was to hide is not known. */
  readonly hasStrayEnd: boolean;
}

/** A Markdown text with marks as one with recap's own spoilers. */
export function gatedBody(marked: string, { order, episode }: DraftOptions): GatedBody {
  const out: string[] = [];
  const unsure: Unsure[] = [];
  let season: number | undefined;
  let hasStrayEnd = false;
  /** The rank of the headings that name episodes: others of it among them may be about one too. */
  let episodeRank: number | undefined;
  const depth = { element: 0, written: 0 };
  const isHidden = () => depth.element > 0 || depth.written > 0;
  const line = () => out.reduce((count, block) => count + block.split('\n').length + 1, 1);
  const attributes = (gate: EpisodeCode | 'unsure', why: string): string => {
    const known = gate === 'unsure' ? (order?.last ?? undefined) : gate;
    if (gate === 'unsure') unsure.push({ line: line(), why });
    if (known === undefined) return '{label="Spoiler"}';
    return known === episode ? '' : `{after=${known}}`;
  };
  const openBlock = (why: string) => out.push(`:::spoiler${attributes('unsure', why)}`);

  for (const block of marked.split(/\n{2,}/)) {
    if (block.trim() === '') continue;
    const heading = /^(#{1,6})\s+(.*)$/.exec(withoutMarks(block).trim());
    if (block.includes(REST) || (heading && announces(heading[2] ?? ''))) {
      if (!isHidden()) openBlock('the page says that spoilers follow');
      depth.element = Number.POSITIVE_INFINITY;
    }
    if (!isHidden() && isInline(block)) {
      out.push(inlineSpoilers(block, () => attributes('unsure', 'the page marks these words')));
      continue;
    }
    const wasHidden = isHidden();
    const isOpening = !wasHidden && HAS_START.test(block);
    if (isOpening) openBlock('the page marks this as a spoiler');
    for (const [mark] of block.matchAll(MARKS)) {
      if (mark === START) depth.element++;
      else if (mark === STOP) depth.element = Math.max(0, depth.element - 1);
      else if (mark === WRITTEN_START) depth.written++;
      else if (depth.written > 0) depth.written--;
      else if (depth.element === 0) hasStrayEnd = true;
    }
    const text = escapedMarkers(withoutMarks(block)).trim();
    if (heading && !wasHidden && !isOpening) {
      const subject = headingSubject(heading[2] ?? '', season, order);
      season = subject.season ?? season;
      const rank = heading[1]?.length ?? 0;
      if (subject.gate !== undefined) episodeRank = rank;
      const isAmongEpisodes = rank === episodeRank && subject.season === undefined;
      const why = 'its heading names no episode that the show lists';
      const subjectGate = subject.gate ?? (isAmongEpisodes ? 'unsure' : undefined);
      const gate = subjectGate === undefined ? '' : ` ${attributes(subjectGate, why)}`;
      out.push(`${text}${gate}`.trimEnd());
    } else if (text !== '') out.push(text);
    if (!isHidden() && (isOpening || wasHidden)) out.push(':::');
  }
  if (isHidden()) out.push(':::');
  return { markdown: out.join('\n\n'), unsure, hasStrayEnd };
}

const MARKS = new RegExp(`[${START}${STOP}${WRITTEN_START}${WRITTEN_STOP}]`, 'g');
const HAS_START = new RegExp(`[${START}${WRITTEN_START}]`);
/** Words between the two marks of a pair. */
const PAIR = new RegExp(
  `${START}([^${START}-${WRITTEN_STOP}]*)${STOP}|${WRITTEN_START}([^${START}-${WRITTEN_STOP}]*)${WRITTEN_STOP}`,
  'g',
);

/** Whether all marks of a block pair within a line of text, so that only the words need hiding. */
function isInline(block: string): boolean {
  if (!HAS_START.test(block) || /^(?:#|[-*+>|]|\d+[.)])\s|[`\n]/.test(block.trim())) return false;
  const words = Array.from(
    block.matchAll(PAIR),
    ([, element, written]) => element ?? written ?? '',
  );
  const around = block.replace(PAIR, '');
  const isWhole = withoutMarks(around) === around && around.trim() !== '';
  return isWhole && words.every((part) => part.trim() !== '' && isBalanced(part));
}

function isBalanced(words: string): boolean {
  let depth = 0;
  for (const bracket of words.replace(/\\./g, '').match(/[[\]]/g) ?? []) {
    depth += bracket === '[' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function inlineSpoilers(block: string, attributes: () => string): string {
  let position = 0;
  let text = '';
  for (const { 0: pair, 1: element, 2: written, index } of block.matchAll(PAIR)) {
    text += escapedMarkers(block.slice(position, index));
    text += `:spoiler[${escapedMarkers(element ?? written ?? '')}]${attributes()}`;
    position = index + pair.length;
  }
  return text + escapedMarkers(block.slice(position));
}
