import { QUOTE } from './arrows.ts';
import { CONTAINER, containerBefore } from './container.ts';
import type { Construct, Cutting } from './cutting.ts';
import { fenceEnd } from './fence-end.ts';
import { reportLookAlike } from './look-alike.ts';
import type { Syntax } from './syntax.ts';
import { lineEnd, lineStart } from './text-scan.ts';

/** Lines indented below another line, or fenced code. */
const INDENTED: Construct = { name: 'callout', form: 'block', isClosable: true, isRange: true };

/** Spoiler blocks of other programs: Obsidian's `> [!spoiler]`, MkDocs' `??? spoiler`, a fence with that name. */
export const callout: Syntax = {
  name: 'callout',
  markers: [
    '\\[!spoilers?\\]',
    '(?:\\?{3}\\+?|!{3})(?<=^[ \\t>]*(?:\\?{3}\\+?|!{3}))[^\\S\\n]+spoilers?\\b',
    `^${CONTAINER}(?:\`{3,}|~{3,})[^\\S\\n]*\\{?\\.?spoilers?\\b`,
  ].join('|'),
  read(marker, at, cutting) {
    const { text, frames } = cutting;
    if (marker.startsWith('[')) {
      const prefix = containerBefore(text, at);
      if (!prefix?.includes('>')) return;
      const line = at - prefix.length;
      reportLookAlike('`> [!spoiler]`', at, cutting);
      const start = line + prefix.lastIndexOf('>');
      const openPrefix = text.slice(line, start);
      const closePrefix = openPrefix.replace(/[^>\s]/g, ' ');
      frames.enclose({
        construct: QUOTE,
        start,
        end: frames.blockEnd(at),
        openPrefix,
        closePrefix,
      });
      return;
    }
    const end = /[?!]{3}/.test(marker)
      ? endOfIndented(at, cutting)
      : endOfFence(marker, at, cutting);
    if (end === undefined || end <= at) return;
    reportLookAlike(`\`${marker.trim().replace(/\s+/g, ' ')}\``, at, cutting);
    frames.enclose({ construct: INDENTED, start: at, end });
  },
  escapes: [
    [/\[(?=!spoilers?\])/gi, '\\['],
    [/^([ \t>]*)(?=(?:\?{3}\+?|!{3})[^\S\n]+spoilers?\b)/gim, '$1\\'],
  ],
  lookAlikes: [],
};

/** The end of the lines indented below a line, including blank lines between them. */
function endOfIndented(at: number, { text }: Cutting): number {
  const indentation = text.slice(lineStart(text, at), at);
  let end = lineEnd(text, at);
  for (let from = end + 1; from <= text.length; ) {
    const to = lineEnd(text, from);
    const line = text.slice(from, to);
    const isWithin = line.startsWith(indentation) && /^[ \t]/.test(line.slice(indentation.length));
    if (line.trim() !== '' && !isWithin) break;
    if (isWithin && line.trim() !== '') end = to;
    from = to + 1;
  }
  return end;
}

function endOfFence(marker: string, at: number, { text }: Cutting): number | undefined {
  const end = fenceEnd(text, at + marker.search(/[`~]/));
  return end === undefined ? undefined : Math.min(end, text.length);
}
