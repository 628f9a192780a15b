import type { Line } from './format.ts';

/** No line of a list is longer. */
const MAX_LINE = 500;

/** Reads a text line by line. Empty lines, and notes that begin with `#`, are passed over. */
export async function readLines(
  text: AsyncIterable<string>,
  onLine: (line: Line) => void,
): Promise<void> {
  let rest = '';
  let number = 0;
  const take = (line: string) => {
    number++;
    const written = line.replace(/^\ufeff/, '').trim();
    if (written !== '' && !written.startsWith('#')) onLine({ text: written, number });
  };
  for await (const piece of text) {
    // the two characters that end a line may be in two pieces
    const [, whole = '', cut = ''] = /^(.*?)(\r?)$/s.exec(rest + piece) ?? [];
    const lines = whole.split(/\r\n?|\n/);
    rest = (lines.pop() ?? '') + cut;
    // a text without lines is none of ours, and must not be collected
    if (rest.length > MAX_LINE) {
      take(rest);
      rest = '';
    }
    for (const line of lines) take(line);
  }
  take(rest);
}

/** The first line that is neither empty nor a note. */
export function firstLine(beginning: string): string {
  const lines = beginning.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  return (
    lines.map((line) => line.trim()).find((line) => line !== '' && !line.startsWith('#')) ?? ''
  );
}
