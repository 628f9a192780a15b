/** A definition of a link or a note, with the line that goes on below it: CommonMark 4.7, and footnotes. */
const DEFINITION = /^[ \t>]*\[([^\]\n]+)\]:[ \t]*(.*(?:\n(?![ \t>]*(?:\n|\[|$)).+)?)/gm;
/** What may refer to one: `[text][label]`, `[label][]`, `[label]`, `[^note]`. */
const REFERENCE = /\[([^[\]\n]+)\]/g;

/**
 * Finds what the references in a stretch of Markdown point to. A reader sees a link's address or a note's text with
 * the words that refer to it, wherever it is defined.
 *
 * @param text the whole text, where the definitions are
 */
export function referenceFinder(text: string): (markdown: string) => readonly string[] {
  const definitions = new Map<string, string>();
  for (const [, label = '', target = ''] of text.matchAll(DEFINITION)) {
    const name = nameOf(label);
    if (!definitions.has(name)) definitions.set(name, target);
  }
  if (definitions.size === 0) return () => [];
  return (markdown) =>
    Array.from(markdown.matchAll(REFERENCE), ([, label = '']) =>
      definitions.get(nameOf(label)),
    ).filter((target) => target !== undefined);
}

/** A label as labels are compared: CommonMark 6.3, "matches". */
function nameOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
