/** The line on which a footnote's definition begins, in a quote too. */
const DEFINITION = /^[ \t>]*\[\^([^\]\s]+)\]:/;
/** What begins a block of its own, so that it is no further line of a note's paragraph. */
const BLOCK =
  /^(?:#{1,6}(?:\s|$)|[-*+]\s|\d{1,9}[.)]\s|`{3}|~{3}|\||<|[\uFDD0-\uFDD2]|(?:[-*_][ \t]*){3,}$)/;

/**
 * A view's text without the notes that nothing in it refers to: whoever refers to them is behind a
 * curtain, and no page prints them either. It looks at the view alone, so it tells nothing of what is hidden.
 */
export function withoutUnreferencedFootnotes(text: string): string {
  if (!text.includes('[^')) return text;
  const stretches = stretchesOf(text);
  const notes = new Map<string | undefined, Stretch[]>();
  for (const stretch of stretches) {
    const sameLabel = notes.get(stretch.label);
    if (sameLabel) sameLabel.push(stretch);
    else notes.set(stretch.label, [stretch]);
  }
  const used = new Set<string | undefined>([undefined]);
  // a set goes on with what is added to it on the way
  for (const label of used) {
    for (const { lines } of notes.get(label) ?? []) {
      const references = lines
        .join('\n')
        .replace(DEFINITION, '')
        .matchAll(/\[\^([^\]\s]+)\]/g);
      for (const [, referred] of references) used.add(referred);
    }
  }
  // an empty line stays for each, so that what stood around it does not run together
  return stretches.flatMap(({ label, lines }) => (used.has(label) ? lines : [''])).join('\n');
}

/** Lines that belong together: a note's definition, or what is none. */
interface Stretch {
  readonly label: string | undefined;
  readonly lines: string[];
}

function stretchesOf(text: string): Stretch[] {
  let current: Stretch = { label: undefined, lines: [] };
  let isBehindBlank = false;
  const stretches = [current];
  for (const line of text.split('\n')) {
    const content = line.replace(/^[ \t>]+/, '');
    const label = DEFINITION.exec(line)?.[1];
    const isIndented = /^(?:> ?)*(?: {4}|\t)/.test(line);
    const goesOn = content === '' || isIndented || !(isBehindBlank || BLOCK.test(content));
    if (label !== undefined || (current.label !== undefined && !goesOn)) {
      current = { label, lines: [] };
      stretches.push(current);
    }
    current.lines.push(line);
    isBehindBlank = content === '';
  }
  return stretches;
}
