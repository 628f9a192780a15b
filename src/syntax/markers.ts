/**
 * What begins and ends spoilers in a body, as patterns. Each matches wherever it stands: in a fence, a
 * list, a quote or a comment too (DESIGN §3). A backslash before one writes it as text.
 */

/** What may stand before a block's marker on its line: the marks of quotes and list items. */
const CONTAINER = '(?:[ \\t>]|[-*+][ \\t]|\\d{1,9}[.)][ \\t])*';

/** What begins a spoiler, and what ends one, so that an end without a beginning is found. */
const SPOILER_MARKERS = [
  ':{3,}', // :::spoiler{after=S01E10} and its end; Lemmy's ::: spoiler Title
  ':{1,2}spoiler\\b', // :spoiler[words]{after=S01E10}
  '\\|\\|', // Discord's ||words||
  '>!', // Reddit's >!words!<, and lines of >! text (Stack Exchange)
  '\\[/?spoiler\\b', // [spoiler]words[/spoiler]
  '</?details\\b', // <details><summary>Title</summary> … </details>
  // attributes, wherever they stand, and an episode in braces, which is meant as some
  '\\{(?=\\s*after\\b|[^{}]{0,200}\\bafter\\s*[=:]|\\s*(?:s\\d+\\s?e|\\d+x)\\d+\\s*\\})',
  // a gate whose braces hold what the pattern above does not expect
  '\\bafter\\s*=\\s*["\'“]?(?:s\\d+\\s?e\\d+|\\d+x\\d+|never\\b)',
  '!<(?=[\\s.,;:!?)\\]]|$)', // the end of Reddit's words
  // a heading that may have attributes; to begin with its marks is four times as fast as with the line
  `(?<!#)#+(?!#)(?<=^${CONTAINER}#+)(?=[^\\n]*\\{)`,
];

/** What matters besides within a spoiler: what could end it, and what could keep that from being so. */
const INNER_MARKERS = [
  '!<',
  '(?<=^)#{1,6}(?=[ \\t\\n]|$)', // a heading, which may end a section
  `^${CONTAINER}(?:\`{3,}|~{3,})`, // a fence
  '<!--',
  '^[ \\t>]*<[a-z!?/]', // the start of an HTML block
  '[\\[\\]]',
];

/** Outside every spoiler. */
export const OUTER = new RegExp(SPOILER_MARKERS.join('|'), 'gim');
/** Within a spoiler. */
export const INNER = new RegExp([...SPOILER_MARKERS, ...INNER_MARKERS].join('|'), 'gim');

/** A line's beginning that holds nothing but the marks of quotes and list items. */
export const ONLY_CONTAINER = new RegExp(`^${CONTAINER}$`);

/** What in a heading's braces shows that they are meant as attributes: a known word, an episode, a pair. */
const MEANT = /\b(?:after|label|spoiler|until|gate|through|s\d+\s?e\d+|\d+x\d+)\b|\w\s*=/i;

/**
 * Where the braces begin in a heading's line that are meant as attributes, or that are never closed; -1 if
 * there are none.
 */
export function attributesOfHeading(line: string): number {
  const first = line.search(/(?<!\\)\{/);
  if (first === -1) return -1;
  if (MEANT.test(line.slice(first))) return first;
  const last = line.lastIndexOf('{');
  return line.indexOf('}', last) === -1 ? last : -1;
}

/** HTML that goes on over blank lines, by its beginning, and where it ends (CommonMark 4.6, kinds 1, 3 to 5). */
export const HTML_ENDS: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![A-Za-z]/, />/],
];
