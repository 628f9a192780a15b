import { fold } from '../text/fold.ts';
import { mayJoinWords } from '../text/joined-words.ts';
import { CLOSED, CURTAIN, END, OPENED } from '../veil/marks.ts';
import { fullTitle, type View } from '../veil/view.ts';
import type { Term } from './query.ts';

const MARK = new RegExp(`[${CURTAIN}${OPENED}]\\d*${END}?|${CLOSED}|${END}`, 'g');

/**
 * Whether a view may have every word of these terms in it. It looks at the Markdown of the view, which takes a
 * fraction of the time that its layout does. Only where nothing that Markdown does could make one of the words from
 * what is written is the answer no.
 */
export function couldHold(view: View, terms: readonly Term[]): boolean {
  const text = `${fullTitle(view)}\n${view.summary ?? ''}\n${view.text.replace(MARK, '*')}`;
  const folded = fold(text);
  const isWritten = terms.every(({ words }) => words.every((word) => folded.includes(word)));
  return isWritten || mayJoinWords(text);
}
