import type { EpisodeCode, Gate } from '../model/episode.ts';
import { isWarning } from './announcement.ts';
import type { Article } from './article.ts';
import { draftHead, provenanceLine } from './draft-head.ts';
import type { EpisodeList } from './episode-list.ts';
import {
  type BodyOptions,
  type GatedBody,
  gatedBody,
  type Stretch,
  wholeBody,
} from './gated-body.ts';
import type { Hiding } from './hiding.ts';
import { hidingGate } from './hiding-gate.ts';
import { publicTitle } from './public-title.ts';
import { type GatedBlock, sectionGates } from './section-gates.ts';
import { isFaithful } from './self-check.ts';
import { type WholeGate, wholeGate } from './whole-gate.ts';

export interface DraftOptions {
  readonly list: EpisodeList;
  /** The day of the conversion, `YYYY-MM-DD`. */
  readonly today: string;
  /** Makes an episode recap of it. */
  readonly episode?: EpisodeCode | undefined;
  /** Opens the text before the page's own spoiler warning. */
  readonly opensIntro?: boolean | undefined;
}

/** A recap draft, and what to tell its author about it. */
export interface ConvertedDraft {
  readonly text: string;
  /** The title that everyone may read. */
  readonly title: string;
  readonly whole: WholeGate;
  /** Sections with another gate than the whole, by their line in the draft, from 1. */
  readonly sections: GatedBody['sections'];
  /** The number of stretches that the page hides or calls spoilers. */
  readonly hidden: number;
  /** The page's own title, if it may reveal something and is replaced in public. */
  readonly replacedTitle: string | undefined;
  /** The text that is open to everyone; may be empty. */
  readonly openText: string;
  /** Set if recap parsed its own draft differently than intended, so all of it is gated. */
  readonly isDoubtful: boolean;
}

/**
 * Converts an article to a recap draft, closed until proven open: all of it is gated by the episode that it is about,
 * or else by the last one. Sections below a heading that clearly names an earlier episode are gated by that one. The
 * draft is cut with the program's own cutter and compared with what was intended; if they differ, all of it is gated.
 */
export function convertedDraft(article: Article, options: DraftOptions): ConvertedDraft {
  const { list, episode, today } = options;
  const { facts } = article;
  const whole = wholeGateOf(article, options);
  const gated = sectionGates(article.blocks, whole, list).map((block) =>
    atLeast(block, episode, list),
  );
  const intro = options.opensIntro ? introLength(gated) : 0;
  const stretches = gated.map((block, index) => ({ ...block, isOpen: index < intro }));
  const title = publicTitle(facts, whole, list);
  const front = episode ?? earliestGate(stretches, list);
  const isMixed = front === undefined || list.isLater(whole.gate, front);
  const body = gatedBody(stretches, bodyOptions(article, { whole, front, list, isMixed }));
  const result = {
    title: title.text,
    whole,
    hidden: hiddenCount(gated),
    replacedTitle: title.isOwn || episode ? undefined : facts.title,
  };
  if (article.hasStrayEnd || !isFaithful(body, front, list)) {
    const gate = stretches.reduce<Gate>(
      (late, block) => list.later(late, block.gate),
      list.later(whole.gate, list.last),
    );
    const head = draftHead(facts, {
      title,
      episode,
      gate: gate ?? undefined,
      isMixed: gate === null,
      today,
    });
    const text = `${head}${wholeBody(stretches, gate, list)}\n`;
    return {
      ...result,
      text,
      whole: { ...whole, gate },
      sections: [],
      openText: '',
      isDoubtful: true,
    };
  }
  const head = draftHead(facts, { title, episode, gate: front, isMixed, today });
  const lines = head.split('\n').length - 1;
  return {
    ...result,
    text: `${head}${body.text}\n`,
    sections: body.sections.map((section) => ({ ...section, line: section.line + lines })),
    openText: gated
      .slice(0, intro)
      .map(({ block }) => block.text)
      .join('\n\n'),
    isDoubtful: false,
  };
}

/** The gate of the whole, as requested or as found, but no earlier than the page's own warning says. */
function wholeGateOf({ facts, blocks }: Article, { list, episode }: DraftOptions): WholeGate {
  let whole: WholeGate = episode
    ? { gate: episode, reason: 'option', season: undefined, isSeason: false }
    : wholeGate(facts, list);
  for (const block of blocks) {
    if (!isWarning(block) || block.kind === 'heading') continue;
    const named = wholeGate(
      { ...facts, titles: [block.text], source: undefined, trails: [] },
      list,
    );
    if (named.reason === 'title' && list.isLater(named.gate, whole.gate)) {
      whole = { ...named, reason: whole.reason };
    }
  }
  return whole;
}

function atLeast(
  block: GatedBlock,
  episode: EpisodeCode | undefined,
  list: EpisodeList,
): GatedBlock {
  if (episode === undefined) return block;
  const gate = list.later(block.gate, episode);
  return { ...block, gate, opens: gate === episode ? undefined : block.opens };
}

/** The earliest gate, for the front matter, if it applies to everything. */
function earliestGate(stretches: readonly Stretch[], list: EpisodeList): EpisodeCode | undefined {
  if (stretches.some(({ isOpen }) => isOpen)) return undefined;
  let earliest: Gate = stretches[0]?.gate ?? null;
  for (const { gate } of stretches) if (list.isLater(earliest, gate)) earliest = gate;
  return earliest ?? undefined;
}

function bodyOptions(
  { facts }: Article,
  {
    whole,
    front,
    list,
    isMixed,
  }: { whole: WholeGate; front: EpisodeCode | undefined; list: EpisodeList; isMixed: boolean },
): BodyOptions {
  const line = isMixed ? provenanceLine(facts) : undefined;
  return {
    around: front,
    list,
    gateOfWords: (hiding: Hiding) => hidingGate(hiding, whole, whole.season, list),
    provenance: line === undefined ? undefined : { text: line, gate: whole.gate },
  };
}

function hiddenCount(blocks: readonly GatedBlock[]): number {
  const found = blocks.flatMap(({ block }) => [
    block.hiding,
    ...block.words.map(({ hiding }) => hiding),
  ]);
  return new Set(found.filter((hiding) => hiding !== undefined)).size;
}

/** The number of blocks before the page's own spoiler warning; 0 if it has none, or hides something earlier. */
function introLength(blocks: readonly GatedBlock[]): number {
  const end = blocks.findIndex(
    ({ block }) => isWarning(block) || block.hiding || block.words.some(({ hiding }) => hiding),
  );
  const last = blocks[end];
  return last && isWarning(last.block) ? end : 0;
}
