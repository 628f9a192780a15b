/**
 * What could act as markup in a text, and its replacement: characters of recap's spoilers, attributes and comments
 * become entities, which no spoiler syntax decodes; other Markdown is escaped.
 */
const MARKUP: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/&(?=#|\w+;)/g, entities],
  // `>!` with one half as an entity still counts as a marker, as in a page's source
  [/!(?=<)|(?<=>)!/g, entities],
  [/[<>{}|[]/g, entities],
  [/:{2,}|:(?=\s*spoiler)/giu, entities],
  [/%{2,}/g, entities],
  [/(?<=\bafter\s*)=/gi, entities],
  [/[\\*_`~\]]/g, (found) => `\\${found}`],
];

/** What turns a block into something other than a paragraph at its start. */
const BLOCK_START = /^(?:[-+#=]|\d{1,9}(?=[.)]))/;

/**
 * Converts a text to Markdown that renders exactly that text: nothing in it is emphasis, a link, code, HTML or a
 * spoiler, whatever it looks like. White space becomes single spaces.
 *
 * @param text sanitized by `sanitize`, with HTML entities already decoded
 */
export function inertText(text: string): string {
  return MARKUP.reduce((done, [markup, written]) => done.replace(markup, written), oneLine(text));
}

/** A paragraph of inert text that cannot be mistaken for a heading, a list or a rule. */
export function inertBlock(paragraph: string): string {
  return paragraph.replace(BLOCK_START, (start) =>
    /\d/.test(start) ? `${start}\\` : `\\${start}`,
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function entities(found: string): string {
  return Array.from(found, (character) => `&#${character.codePointAt(0)};`).join('');
}
