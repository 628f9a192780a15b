import type { Line } from './format.ts';

/** The longest line of a list. */
const MAX_LINE = 500;

/** Reads a text line by line, skipping empty lines and comments that start with `#`. */
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
    // the CR and LF that end a line may be in different pieces
    const [, whole = '', cut = ''] = /^(.*?)(\r?)$/s.exec(rest + piece) ?? [];
    const lines = whole.split(/\r\n?|\n/);
    rest = (lines.pop() ?? '') + cut;
    // a text without line ends is not a history, and must not fill the memory
    if (rest.length > MAX_LINE) {
      take(rest);
      rest = '';
    }
    for (const line of lines) take(line);
  }
  take(rest);
}

/** The first line that is neither empty nor a comment. */
export function firstLine(beginning: string): string {
  const lines = beginning.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  return (
    lines.map((line) => line.trim()).find((line) => line !== '' && !line.startsWith('#')) ?? ''
  );
}
