import type { Line } from '../render/line.ts';
import type { Body } from './body.ts';
import type { ContentsItem } from './state.ts';

/** A recap's headings, and the curtains that stand on a line of their own between them. */
export function contents(body: Body): ContentsItem[] {
  let rank = 0;
  return body
    .findAll((line) => line.heading !== undefined || isCurtain(line))
    .map((at) => {
      const [line] = body.lines(at, 1);
      if (line?.heading) rank = line.heading.rank;
      const text = line?.heading?.text ?? line?.spans.map((span) => span.text).join('') ?? '';
      const curtain = line?.heading
        ? null
        : (line?.spans.find((span) => span.curtain !== undefined)?.curtain ?? null);
      return { text, rank: line?.heading ? rank : Math.max(1, rank), at, curtain };
    });
}

function isCurtain({ spans }: Line): boolean {
  return (
    spans.length > 0 &&
    spans.every(({ curtain, text }) => curtain !== undefined || text.trim() === '')
  );
}
