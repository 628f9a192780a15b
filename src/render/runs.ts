import type { Span, Style } from './line.ts';

/** Text that is to fill lines. */
export interface Run extends Span {
  /**
   * What becomes of its spaces: they are kept and break no line, or so only as long as all of the word
   * fits on one. Otherwise lines break at them.
   */
  readonly spaces?: 'kept' | 'solid';
}

/** What fills lines: text, a line break, or a gap, which ends a line that has something on it. */
export type Flow = readonly (Run | 'break' | 'gap')[];

/** Hands out the runs piece by piece: as many code units as asked for at each call. */
export function slicer(runs: readonly Run[]): (length: number) => Run[] {
  let index = 0;
  let from = 0;
  return (length) => {
    const found: Run[] = [];
    for (let missing = length; missing > 0; ) {
      const run = runs[index];
      if (!run) break;
      const text = run.text.slice(from, from + missing);
      if (text !== '') found.push({ text, style: run.style });
      missing -= text.length;
      from += text.length;
      if (from >= run.text.length) [index, from] = [index + 1, 0];
    }
    return found;
  };
}

/** Runs as spans, neighbors of the same style joined. */
export function merged(runs: readonly Run[]): Span[] {
  const spans: Span[] = [];
  let style: Style | undefined;
  let text = '';
  for (const run of runs) {
    if (run.style === style) text += run.text;
    else {
      if (style && text !== '') spans.push({ text, style });
      ({ style, text } = run);
    }
  }
  if (style && text !== '') spans.push({ text, style });
  return spans;
}

/** The text of a flow without its decoration, on one line. */
export function textOf(flow: Flow): string {
  let text = '';
  for (const item of flow) {
    if (item === 'break' || item === 'gap') text += ' ';
    else if (!item.style.decoration) text += item.text;
  }
  return text;
}
