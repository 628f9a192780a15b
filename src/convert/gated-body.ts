import type { EpisodeCode, Gate } from '../model/episode.ts';
import { type Block, LIKE_HEADING, type Words } from './block.ts';
import type { EpisodeList } from './episode-list.ts';
import { escapedLineStart, escapedText } from './escape.ts';
import { isHarmless } from './harmless.ts';
import type { Hiding } from './hiding.ts';
import { joinedBlocks } from './join-blocks.ts';
import type { GatedBlock } from './section-gates.ts';

/** A block that is to be written, with its gate. */
export interface Stretch extends GatedBlock {
  /** Everybody may read it. */
  readonly isOpen: boolean;
}

/** A stretch of the written body and the gate that it is meant to wait for; `undefined`: it is open. */
interface Intended {
  readonly start: number;
  readonly end: number;
  readonly gate: Gate | undefined;
}

export interface GatedBody {
  readonly text: string;
  readonly intended: readonly Intended[];
  readonly sections: readonly {
    readonly line: number;
    readonly gate: Gate;
    readonly opens: 'earlier' | 'later';
  }[];
}

export interface BodyOptions {
  /** The gate in the front matter, which applies to everything. */
  readonly around: EpisodeCode | undefined;
  readonly list: EpisodeList;
  readonly gateOfWords: (hiding: Hiding) => Gate;
  /** A line that says where the text comes from. */
  readonly provenance: { readonly text: string; readonly gate: Gate } | undefined;
}

/** Writes blocks with recap's own spoilers, neighbors with the same gate as one. */
export function gatedBody(stretches: readonly Stretch[], options: BodyOptions): GatedBody {
  const writer = new BodyWriter(options);
  if (options.provenance) writer.provenance(options.provenance.text, options.provenance.gate);
  const groups = grouped(stretches);
  const forms = formsOf(groups, options.around);
  for (const [index, group] of groups.entries()) writer.group(group, forms[index] ?? 'block');
  return writer.body();
}

/** The same text without any spoiler of its own, for a gate that holds for all of it. */
export function wholeBody(stretches: readonly Stretch[], gate: Gate, list: EpisodeList): string {
  const text = joinedBlocks(stretches.map(({ block }) => block))
    .map(({ markdown }) => markdown)
    .join('');
  // without an episode nothing in the front matter can close it; a block that stays open can
  return gate === null ? `:::spoiler${list.isListed ? '{after=never}' : ''}\n${text}` : text;
}

/** Neighbors that can be written as one: the same gate, and hidden by the same thing or by nothing. */
function grouped(stretches: readonly Stretch[]): Stretch[][] {
  const groups: Stretch[][] = [];
  for (const stretch of stretches) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isSame =
      last !== undefined &&
      last.isOpen === stretch.isOpen &&
      last.gate === stretch.gate &&
      last.block.hiding?.label === stretch.block.hiding?.label &&
      (last.block.hiding === undefined) === (stretch.block.hiding === undefined) &&
      !isNextSection(group?.[0]?.block, stretch.block) &&
      stretch.opens === undefined;
    if (group && isSame) group.push(stretch);
    else groups.push([stretch]);
  }
  return groups;
}

/** How a group is written: without markers, as a section of its heading, or as a block. */
type Form = 'plain' | 'section' | 'block';

/** Whether a heading ends the section that another one began. */
function isNextSection(first: Block | undefined, { kind, rank }: Block): boolean {
  if (first?.kind !== 'heading' || kind !== 'heading') return false;
  return (first.rank ?? LIKE_HEADING) < LIKE_HEADING && (rank ?? LIKE_HEADING) <= (first.rank ?? 0);
}

class BodyWriter {
  #text = '';
  #lines = 1;
  readonly #intended: Intended[] = [];
  readonly #sections: { line: number; gate: Gate; opens: 'earlier' | 'later' }[] = [];
  readonly #options: BodyOptions;

  constructor(options: BodyOptions) {
    this.#options = options;
  }

  body(): GatedBody {
    return { text: this.#text.trimEnd(), intended: this.#intended, sections: this.#sections };
  }

  provenance(text: string, gate: Gate): void {
    this.#write(`:::spoiler${this.#attributes(gate)}\n`);
    this.#words([{ markdown: escapedLineStart(escapedText(text)), hiding: undefined }], gate);
    this.#write('\n:::\n\n');
  }

  group(group: readonly Stretch[], form: Form): void {
    const [first] = group;
    if (!first) return;
    const { gate, isOpen, opens, block } = first;
    if (opens) this.#sections.push({ line: this.#lines, gate, opens });
    const words = joinedBlocks(group.map((stretch) => stretch.block));
    if (form === 'plain') {
      this.#words(words, isOpen ? undefined : gate);
      this.#write('\n\n');
    } else if (form === 'section') {
      const [heading, ...rest] = words;
      this.#words(heading ? [heading] : [], gate);
      this.#write(` ${this.#attributes(gate)}`);
      this.#words(rest, gate);
      this.#write('\n\n');
    } else {
      this.#write(`:::spoiler${this.#attributes(gate, block.hiding?.label)}\n`);
      this.#words(words, gate);
      this.#write('\n:::\n\n');
    }
  }

  #words(words: readonly Words[], gate: Gate | undefined): void {
    for (const [index, { markdown, hiding }] of words.entries()) {
      if (!hiding) this.#intend(markdown, gate);
      else {
        if (hiding !== words[index - 1]?.hiding) this.#write(':spoiler[');
        const own = this.#options.gateOfWords(hiding);
        const inner = gate === undefined ? own : this.#options.list.later(gate, own);
        this.#intend(markdown, inner);
        if (hiding !== words[index + 1]?.hiding)
          this.#write(`]${this.#attributes(inner, hiding.label)}`);
      }
    }
  }

  #intend(markdown: string, gate: Gate | undefined): void {
    const start = this.#text.length;
    this.#write(markdown);
    this.#intended.push({ start, end: this.#text.length, gate });
  }

  #write(text: string): void {
    this.#text += text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#lines++;
  }

  #attributes(gate: Gate, label?: string): string {
    const { list } = this.#options;
    const shown =
      label !== undefined &&
      label.length <= 60 &&
      !/["{}]/.test(label) &&
      isHarmless(label, list.show)
        ? ` label="${label}"`
        : '';
    if (gate === null && !list.isListed) return shown && `{${shown.trim()}}`;
    return `{after=${gate ?? 'never'}${shown}}`;
  }
}

/**
 * How groups are written, each by its kind and what follows it: a section goes on up to the next heading of its rank,
 * which must therefore come next.
 */
function formsOf(groups: readonly (readonly Stretch[])[], around: EpisodeCode | undefined): Form[] {
  const forms: Form[] = [];
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index] ?? [];
    const follower = groups[index + 1]?.[0]?.block;
    const isEnded = (rank: number) =>
      !follower ||
      (follower.kind === 'heading' &&
        (follower.rank ?? LIKE_HEADING) <= rank &&
        follower.quotes === 0 &&
        forms[index + 1] !== 'block');
    forms[index] = formOf(group, around, isEnded);
  }
  return forms;
}

function formOf(
  group: readonly Stretch[],
  around: EpisodeCode | undefined,
  isEnded: (rank: number) => boolean,
): Form {
  const [first] = group;
  if (!first || first.isOpen) return 'plain';
  const { gate, block } = first;
  if (gate !== null && gate === around && !block.hiding) return 'plain';
  const { rank } = block;
  if (gate === null || block.hiding || block.quotes > 0) return 'block';
  if (rank === undefined || rank >= LIKE_HEADING) return 'block';
  const isOne = group.every(
    (stretch, index) =>
      index === 0 || stretch.block.kind !== 'heading' || (stretch.block.rank ?? 0) > rank,
  );
  return isOne && isEnded(rank) ? 'section' : 'block';
}
