/** Escapes a line of text so that Markdown renders exactly it: CommonMark 2.4, backslash escapes. */
export function asText(line: string): string {
  return line.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
