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
  // a heading that may have attributes; to begin with its marks is four times as fast as with the line
  `#+(?<=^${CONTAINER}#+)(?=[^\\n]*\\{)`,
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

/** Braces at the end of a heading that are meant as attributes, or that are never closed. */
export const HEADING_ATTRIBUTES =
  /(?<!\\)\{(?:[^\n]*\b(?:after|label|spoiler|until|gate|through|s\d+\s?e\d+|\d+x\d+)\b|[^}\n]*$)/im;
