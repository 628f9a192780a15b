/**
 * What in a text could act as markup, and what is written for it: recap's spoilers, attributes and comments become
 * entities, as no spoiler syntax looks behind those; what only Markdown knows is escaped.
 */
const MARKUP: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/&(?=#|\w+;)/g, entities],
  // `>!` as an entity and a sign is still taken for one, as in the source of a page
  [/!(?=<)|(?<=>)!/g, entities],
  [/[<>{}|[]/g, entities],
  [/:{2,}|:(?=\s*spoiler)/giu, entities],
  [/%{2,}/g, entities],
  [/(?<=\bafter\s*)=/gi, entities],
  [/[\\*_`~\]]/g, (found) => `\\${found}`],
];

/** What makes a block something else than a paragraph when it begins with it. */
const BLOCK_START = /^(?:[-+#=]|\d{1,9}(?=[.)]))/;

/**
 * A text as Markdown that says exactly that text: nothing in it is emphasis, a link, code, HTML or a spoiler, whatever it
 * looks like. Blanks and line ends become single blanks.
 *
 * @param text made safe by `sanitize`; entities of HTML already decoded
 */
export function inertText(text: string): string {
  return MARKUP.reduce((done, [markup, written]) => done.replace(markup, written), oneLine(text));
}

/** A paragraph of inert text that cannot be taken for a heading, a list or a rule. */
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
