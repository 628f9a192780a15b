import { fold } from '../text/fold.ts';
import { CLOSED, CURTAIN, END, OPENED } from '../veil/marks.ts';
import { fullTitle, type View } from '../veil/view.ts';
import type { Term } from './query.ts';

const MARK = new RegExp(`[${CURTAIN}${OPENED}]\\d*${END}?|${CLOSED}|${END}`, 'g');

/**
 * Characters beyond letters that are folded one by one and punctuation: marks that combine, scripts that join letters,
 * emoji. A word with one of them is not looked for in the source.
 */
const COMPLEX =
  /[^\n\t -~\xa0-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2bff]/;

/** An entity may stand for any letter. */
const ENTITY = /&[#\w]/;

/** A letter or digit, or more than that beyond ASCII. */
const LETTER = '[0-9A-Za-z\\xaa-\\u052f\\u1e00-\\u1fff]';
/** What may be markup that shows nothing, directly behind a letter or before one. */
const MARKUP = '[*_~`\\\\|:!^<>\\[\\]{}=+#]';

/** Markup alone between two letters, as in `a**b**`. */
const WITHIN = new RegExp(`(?<=${LETTER})${MARKUP}+${LETTER}`);
/** What may begin a tag, a link or attributes behind a letter, and what may end them before one, as in `a<b class="x">c`. */
const BEGIN = new RegExp(`(?<=${LETTER})${MARKUP}*[<\\[\\]{]`);
const FINISH = new RegExp(`[>\\])}](?:${MARKUP}|\\))*${LETTER}`);

/**
 * Whether a view may have every word of these terms in it. It looks at the Markdown of the view, which takes a
 * fraction of the time that its layout does. Only where nothing that Markdown does could make one of the words from
 * what is written is the answer no.
 */
export function couldHold(view: View, terms: readonly Term[]): boolean {
  const text = `${fullTitle(view)}\n${view.summary ?? ''}\n${view.text.replace(MARK, '*')}`;
  const folded = fold(text);
  const isWritten = terms.every(({ words }) => words.every((word) => folded.includes(word)));
  return isWritten || mayJoin(text);
}

/** Whether what is shown may have a word that is not written in one. */
function mayJoin(text: string): boolean {
  if (COMPLEX.test(text) || ENTITY.test(text) || WITHIN.test(text)) return true;
  return BEGIN.test(text) && FINISH.test(text);
}
