/** The first line of a footnote's definition, possibly in a quote. */
const DEFINITION = /^[ \t>]*\[\^([^\]\s]+)\]:/;
/** What starts a new block and so does not continue a footnote's paragraph. */
const BLOCK =
  /^(?:#{1,6}(?:\s|$)|[-*+]\s|\d{1,9}[.)]\s|`{3}|~{3}|\||<|[\uFDD0-\uFDD2]|(?:[-*_][ \t]*){3,}$)/;

/**
 * A view's text without unreferenced footnotes: their references are behind a curtain, and renderers do not print them
 * either. This looks only at the view, so the result says nothing about hidden text.
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
  // iterating a set includes what is added to it meanwhile
  for (const label of used) {
    for (const { lines } of notes.get(label) ?? []) {
      const references = lines
        .join('\n')
        .replace(DEFINITION, '')
        .matchAll(/\[\^([^\]\s]+)\]/g);
      for (const [, referred] of references) used.add(referred);
    }
  }
  // each leaves a blank line, so that the blocks around it do not merge
  return stretches.flatMap(({ label, lines }) => (used.has(label) ? lines : [''])).join('\n');
}

/** Lines that belong together: a footnote's definition, or other text. */
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
