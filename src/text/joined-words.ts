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
/** What may be markup that shows nothing: what begins a tag, a link or attributes, what ends them, and all others. */
const OPENING = '<\\[\\]{';
const CLOSING = '>\\])}';
const OTHER = '*_~`\\\\|:!^=+#';
const MARKUP = `[${OTHER}<>\\[\\]{}]`;

// each pattern begins with what most texts have little of, and none looks twice at the same run of markup

/** Markup alone between two letters, as in `a**b**`. */
const WITHIN = new RegExp(`${MARKUP}(?<=${LETTER}${MARKUP})${MARKUP}*${LETTER}`);
/** What begins behind a letter, or behind other markup there, and what ends before one, as in `a<b class="x">c`. */
const BEGIN = new RegExp(`[${OPENING}](?<=${LETTER}[${OTHER}>}]*[${OPENING}])`);
const FINISH = new RegExp(`[${CLOSING}][${OTHER}<[{]*${LETTER}`);

/** Whether what Markdown shows may have a word that is not written in one. */
export function mayJoinWords(markdown: string): boolean {
  if (COMPLEX.test(markdown) || ENTITY.test(markdown) || WITHIN.test(markdown)) return true;
  return BEGIN.test(markdown) && FINISH.test(markdown);
}
