/** As long as a line of front matter may be (docs/format.md). */
const LONGEST = 500;

/**
 * A summary as a gist: whole where it is short enough, else the sentences of its beginning that fit, else its words.
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

/** The quotes and brackets that close what a sentence opened. */
function closing(rest: string): string | undefined {
  return /^["'”’)»」』]+/u.exec(rest)?.[0];
}
