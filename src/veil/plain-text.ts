/** A line of text as Markdown that says nothing but it: CommonMark 2.4, backslash escapes. */
export function asText(line: string): string {
  return line.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
