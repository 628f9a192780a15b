/** A definition of a link (CommonMark 4.7) or a footnote, with its continuation line. */
const DEFINITION = /^[ \t>]*\[([^\]\n]+)\]:[ \t]*(.*(?:\n(?![ \t>]*(?:\n|\[|$)).+)?)/gm;
/** What may be a reference: `[text][label]`, `[label][]`, `[label]`, `[^note]`. */
const REFERENCE = /\[([^[\]\n]+)\]/g;

/**
 * Finds the targets of the references in a stretch of Markdown. A reader sees a link's address or a footnote together
 * with the words that refer to it, wherever it is defined.
 *
 * @param text the whole text, which contains the definitions
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

/** The normalized form of a label: CommonMark 6.3, "matches". */
function nameOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
