import type { ClosedSecrets } from '../gated/secrets.ts';
import { CLOSED, CURTAIN, curtainMark, END, OPENED } from './marks.ts';
import { referenceFinder } from './references.ts';
import { type Sentence, sentences } from './sentences.ts';
import type { Curtain } from './view.ts';

/** A stretch of a view's text, and which stretch of the recap it is. */
export interface Stretch {
  readonly text: string;
  /** Names it among what can be seen; `undefined` for marks and what goes with them. */
  readonly key: string | undefined;
}

const OPENING = new RegExp(`${OPENED}\\d*${END}`, 'g');
const MARK = new RegExp(`${OPENED}\\d*${END}|${CLOSED}`, 'g');
const CURTAINS = new RegExp(`${CURTAIN}(\\d+)${END}`, 'g');

/**
 * Puts a curtain in place of every sentence of a view that holds a declared secret, whether or not its author
 * gated it (docs/format.md). It looks at what can be seen alone, so that it tells nothing of what cannot.
 *
 * @param stretches what can be seen, in its order
 * @param curtains those that stand in it; what a sentence takes away with it is left out of the result
 * @param peeks keys of curtains that the reader looks behind all the same
 */
export function conceal(
  stretches: readonly Stretch[],
  curtains: readonly Curtain[],
  secrets: ClosedSecrets,
  peeks: ReadonlySet<string>,
): { text: string; curtains: readonly Curtain[] } {
  const text = stretches.map((stretch) => stretch.text).join('');
  if (secrets.isEmpty) return { text, curtains };
  const stretchOf = stretchFinder(stretches);
  const added: Curtain[] = [];
  const parts: string[] = [];
  let position = 0;
  const referencesOf = referenceFinder(text);
  const hidden = new Set<Sentence>();
  for (const sentence of sentences(text)) {
    const own = text.slice(sentence.from, sentence.to);
    // what is hidden itself tells nothing, so that nothing is read together with it
    const context = sentence.context
      .filter((other) => !hidden.has(other))
      .map(({ from, to }) => text.slice(from, to));
    // what a reference points to is hidden there if it says all by itself
    const targets = referencesOf(own).filter((target) => secrets.gateOf(target) === undefined);
    const gate = secrets.gateOf(own, [...context, ...targets]);
    const key = `${stretchOf(sentence)}~${gate}`;
    if (gate === undefined || peeks.has(key)) continue;
    hidden.add(sentence);
    const index = curtains.length + added.push({ keys: [key], label: 'Spoiler', gate }) - 1;
    parts.push(text.slice(position, sentence.from), inPlaceOf(text, sentence, curtainMark(index)));
    position = sentence.to;
  }
  if (added.length === 0) return { text, curtains };
  return renumbered(parts.join('') + text.slice(position), [...curtains, ...added]);
}

/** A mark, and those marks of the sentence that pair with some outside of it. */
function inPlaceOf(text: string, { from, to, isRow }: Sentence, mark: string): string {
  const source = text.slice(from, to);
  let kept = source.match(MARK)?.join('') ?? '';
  for (let length = -1; length !== kept.length; ) {
    length = kept.length;
    kept = kept.replace(new RegExp(`${OPENED}\\d*${END}${CLOSED}`, 'g'), '');
  }
  const opens = kept.search(OPENING);
  const before = opens === -1 ? kept : kept.slice(0, opens);
  const behind = opens === -1 ? '' : kept.slice(opens);
  return `${before}${isRow ? rowWith(source, mark) : mark}${behind}`;
}

/** A row of as many cells, the first of which has the mark and the others nothing. */
function rowWith(source: string, mark: string): string {
  const bars = source.replace(/\\\||[^|]/g, '');
  const [first, others] = source.startsWith('|') ? ['| ', bars.slice(1)] : ['', bars];
  return first + mark + others.replace(/\|/g, ' |');
}

/**
 * Finds the stretch in which a sentence begins. It names a curtain for a peek together with the gate, so that
 * the name says nothing of how much stands before it: what waits for one episode in one stretch opens at once.
 */
function stretchFinder(stretches: readonly Stretch[]): (sentence: Sentence) => string {
  let index = 0;
  let end = stretches[0]?.text.length ?? 0;
  return ({ from }) => {
    while (from >= end && index < stretches.length - 1) end += stretches[++index]?.text.length ?? 0;
    return stretches[index]?.key ?? '';
  };
}

/**
 * The curtains that still stand in a text, counted from 0. Neighbours with the same gate and label are one,
 * and so that it does not tell how many sentences it stands for, it takes the space between them along.
 */
function renumbered(text: string, curtains: readonly Curtain[]) {
  const standing: (Curtain & { readonly keys: string[] })[] = [];
  const parts: string[] = [];
  let position = 0;
  /** What stands between the neighbours that have become one, if it parts what follows from what precedes. */
  let gap = '';
  for (const { 0: mark, 1: digits, index } of text.matchAll(CURTAINS)) {
    const next = curtains[Number(digits)];
    const last = standing.at(-1);
    if (!next) continue;
    const between = text.slice(position, index);
    if (last && isSame(last, next) && !/[^\s>]/.test(between)) {
      last.keys.push(...next.keys.filter((key) => !last.keys.includes(key)));
      if (/\n[ \t>]*\n/.test(between)) gap = between;
    } else {
      parts.push(
        withGap(gap, between),
        curtainMark(standing.push({ ...next, keys: [...next.keys] }) - 1),
      );
      gap = '';
    }
    position = index + mark.length;
  }
  return { text: parts.join('') + withGap(gap, text.slice(position)), curtains: standing };
}

function withGap(gap: string, behind: string): string {
  return /^[ \t]*(?:\n|$)/.test(behind) ? behind : gap + behind;
}

function isSame(a: Curtain, b: Curtain): boolean {
  return a.gate === b.gate && a.label === b.label;
}
