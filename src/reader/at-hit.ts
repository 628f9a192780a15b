import { reveal } from './scrolling.ts';
import { matches } from './search.ts';
import type { Document, DocumentPosition } from './state.ts';

/** The number of characters by which passages are distinguished. */
const TELLING = 60;

/**
 * An open recap at a search hit, or at a mention of a person: the match is on the screen and highlighted, and `n` goes to the
 * next one. Matches in the title or summary are at the top.
 */
export function atHit(
  document: Document,
  { kind, hit }: Extract<DocumentPosition, { readonly kind: 'hit' | 'mention' }>,
  rows: number,
): Document {
  const { body } = document;
  const { passage, matches: places } = hit;
  const [first] = places;
  if (!first) return document;
  const words = passage.text.slice(first.from, first.to);
  const found = matches(body, words);
  const [exact = found[0]] =
    passage.kind === 'title' || passage.kind === 'summary'
      ? []
      : matches(body, telling(passage.text, first.from, first.to));
  const top = { ...document, top: { chunk: 0, line: 0 } };
  if (!exact) return top;
  const current = found.findIndex(
    ({ chunk, line }) => chunk === exact.chunk && line === exact.line,
  );
  const search = current === -1 ? null : { words, matches: found, current, from: kind };
  return reveal({ ...top, search }, exact, rows);
}

/** The words of a passage from a match up to the next curtain. */
function telling(text: string, from: number, to: number): string {
  const behind = text.slice(from, Math.max(to, from + TELLING));
  const curtain = behind.indexOf('[…]', to - from);
  return curtain === -1 ? behind : behind.slice(0, curtain);
}
