import type { Line } from '../render/line.ts';
import { fold } from '../text/fold.ts';
import type { Body, Position } from './body.ts';

/** The positions of the lines at which words begin, case and accents aside; over the breaks of lines too. */
export function matches(body: Body, words: string): Position[] {
  const wanted = fold(words).trim().replace(/\s+/g, ' ');
  const found: Position[] = [];
  if (wanted === '') return found;
  for (let chunk = 0; chunk < body.chunkCount; chunk++) {
    const starts: number[] = [];
    let text = '';
    for (const line of body.chunk(chunk)) {
      starts.push(text.length);
      text += `${fold(lineWords(line))} `;
    }
    let line = 0;
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= at) line++;
      found.push({ chunk, line });
    }
  }
  return found;
}

function lineWords({ spans }: Line): string {
  return spans
    .map(({ text, style }) => (style.decoration ? ' ' : text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
