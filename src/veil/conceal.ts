import type { ClosedSecrets } from '../gated/secrets.ts';
import type { Gate } from '../model/episode.ts';
import { joinCurtains } from './join-curtains.ts';
import { CLOSED, curtainMark, END, OPENED } from './marks.ts';
import { referenceFinder } from './references.ts';
import { secretKey } from './secret-key.ts';
import { type Sentence, sentences } from './sentences.ts';
import type { Curtain } from './view.ts';

/** A stretch of a view's text, with the stretch of the recap it comes from. */
export interface Stretch {
  readonly text: string;
  /** Its key among what is visible; `undefined` for marks and what belongs to them. */
  readonly key: string | undefined;
  /** The gate that a peek opened around it; `undefined` if none did. */
  readonly peek?: Gate | undefined;
}

const OPENING = new RegExp(`${OPENED}\\d*${END}`, 'g');
const MARK = new RegExp(`${OPENED}\\d*${END}|${CLOSED}`, 'g');

/**
 * Replaces every sentence of a view that holds a declared secret with a curtain, whether or not the author gated it
 * (docs/format.md). It looks only at what is visible, so the result says nothing about what is not.
 *
 * @param stretches the visible text, in order
 * @param curtains the curtains in it; those within a hidden sentence are left out of the result
 * @param peeks keys of curtains that the reader peeks behind
 * @param goesAlong whether a peek at one gate also shows what waits for another
 */
export function conceal(
  stretches: readonly Stretch[],
  curtains: readonly Curtain[],
  secrets: ClosedSecrets,
  peeks: ReadonlySet<string>,
  goesAlong: (gate: Gate, peek: Gate) => boolean,
): { text: string; curtains: readonly Curtain[] } {
  const text = stretches.map((stretch) => stretch.text).join('');
  if (secrets.isEmpty) return joinCurtains(text, curtains);
  const stretchAt = stretchFinder(stretches);
  const stretchAtEnd = stretchFinder(stretches);
  const added: Curtain[] = [];
  const parts: string[] = [];
  let position = 0;
  const referencesOf = referenceFinder(text);
  const hidden = new Set<Sentence>();
  for (const sentence of sentences(text)) {
    const own = text.slice(sentence.from, sentence.to);
    // a hidden sentence tells nothing, so nothing is read together with it
    const context = sentence.context
      .filter((other) => !hidden.has(other))
      .map(({ from, to }) => text.slice(from, to));
    // a reference's target is hidden where it is defined if it holds the secret by itself
    const targets = referencesOf(own).filter((target) => secrets.gateOf(target) === undefined);
    const gate = secrets.gateOf(own, [...context, ...targets]);
    const stretch = stretchAt(sentence.from);
    const peek = stretchAtEnd(sentence.to - 1)?.peek;
    if (gate === undefined) continue;
    const key = secretKey(stretch?.key, gate);
    if (peeks.has(key)) continue;
    if (peek !== undefined && stretch?.peek === peek && goesAlong(gate, peek)) continue;
    hidden.add(sentence);
    const index = curtains.length + added.push({ keys: [key], label: 'Spoiler', gate }) - 1;
    parts.push(text.slice(position, sentence.from), inPlaceOf(text, sentence, curtainMark(index)));
    position = sentence.to;
  }
  if (added.length === 0) return joinCurtains(text, curtains);
  return joinCurtains(parts.join('') + text.slice(position), [...curtains, ...added]);
}

/** A mark, and the sentence's marks that pair with marks outside it. */
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

/** A row with the same number of cells: the mark in the first, the others empty. */
function rowWith(source: string, mark: string): string {
  const bars = source.replace(/\\\||[^|]/g, '');
  const [first, others] = source.startsWith('|') ? ['| ', bars.slice(1)] : ['', bars];
  return first + mark + others.replace(/\|/g, ' |');
}

/**
 * Finds the stretch that contains an offset, asked at increasing offsets. Its key and the gate identify a curtain for
 * peeking, so the key does not reveal how much precedes it: what one stretch hides until one episode opens together.
 */
function stretchFinder(stretches: readonly Stretch[]): (offset: number) => Stretch | undefined {
  let index = 0;
  let end = stretches[0]?.text.length ?? 0;
  return (offset) => {
    while (offset >= end && index < stretches.length - 1) {
      end += stretches[++index]?.text.length ?? 0;
    }
    return stretches[index];
  };
}
