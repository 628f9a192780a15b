/** The longest line allowed in front matter (docs/format.md). */
const LONGEST = 500;

/**
 * Shortens a summary to a gist: all of it if it fits, otherwise its first sentences, otherwise its first words.
 *
 * @param line one line of text
 */
export function gistOf(line: string): string {
  if (line.length <= LONGEST) return line;
  const beginning = line.slice(0, LONGEST);
  const end = beginning.search(/[.!?。！？…]["'”’)»」』]*\s[^.!?。！？…]*$/u);
  if (end !== -1) return beginning.slice(0, end + 1) + (closing(beginning.slice(end + 1)) ?? '');
  const blank = beginning.lastIndexOf(' ', LONGEST - 2);
  const cut = blank > 0 ? blank : LONGEST - 2;
  return `${beginning
    .slice(0, cut)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}…`;
}

/** Closing quotes and brackets at the end of a sentence. */
function closing(rest: string): string | undefined {
  return /^["'”’)»」』]+/u.exec(rest)?.[0];
}
