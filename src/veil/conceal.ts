import type { ClosedSecrets } from '../gated/secrets.ts';
import type { Gate } from '../model/episode.ts';
import { joinCurtains } from './join-curtains.ts';
import { CLOSED, curtainMark, END, OPENED } from './marks.ts';
import { referenceFinder } from './references.ts';
import { type Sentence, sentences } from './sentences.ts';
import type { Curtain } from './view.ts';

/** A stretch of a view's text, and which stretch of the recap it is. */
export interface Stretch {
  readonly text: string;
  /** Names it among what can be seen; `undefined` for marks and what goes with them. */
  readonly key: string | undefined;
  /** The gate of what a peek has opened around it; `undefined` where that was no peek. */
  readonly peek?: Gate | undefined;
}

const OPENING = new RegExp(`${OPENED}\\d*${END}`, 'g');
const MARK = new RegExp(`${OPENED}\\d*${END}|${CLOSED}`, 'g');

/**
 * Puts a curtain in place of every sentence of a view that holds a declared secret, whether or not its author
 * gated it (docs/format.md). It looks at what can be seen alone, so that it tells nothing of what cannot.
 *
 * @param stretches what can be seen, in its order
 * @param curtains those that stand in it; what a sentence takes away with it is left out of the result
 * @param peeks keys of curtains that the reader looks behind all the same
 * @param goesAlong whether what waits for a gate may be seen with a peek at what waits for another
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
    // what is hidden itself tells nothing, so that nothing is read together with it
    const context = sentence.context
      .filter((other) => !hidden.has(other))
      .map(({ from, to }) => text.slice(from, to));
    // what a reference points to is hidden there if it says all by itself
    const targets = referencesOf(own).filter((target) => secrets.gateOf(target) === undefined);
    const gate = secrets.gateOf(own, [...context, ...targets]);
    const stretch = stretchAt(sentence.from);
    const peek = stretchAtEnd(sentence.to - 1)?.peek;
    const key = `${stretch?.key ?? ''}~${gate}`;
    if (gate === undefined || peeks.has(key)) continue;
    if (peek !== undefined && stretch?.peek === peek && goesAlong(gate, peek)) continue;
    hidden.add(sentence);
    const index = curtains.length + added.push({ keys: [key], label: 'Spoiler', gate }) - 1;
    parts.push(text.slice(position, sentence.from), inPlaceOf(text, sentence, curtainMark(index)));
    position = sentence.to;
  }
  if (added.length === 0) return joinCurtains(text, curtains);
  return joinCurtains(parts.join('') + text.slice(position), [...curtains, ...added]);
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
 * Finds the stretch that holds an offset, asked at rising ones. It names a curtain for a peek together with the gate, so that
 * the name says nothing of how much stands before it: what waits for one episode in one stretch opens at once.
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
