/** The text after the last white space, without opening quotes and emphasis markers. */
export function lastWord(text: string): string {
  return (/\S*$/.exec(text)?.[0] ?? '').replace(/^[^\p{L}\p{N}]+/u, '');
}
