import { readAttributes } from './attributes.ts';
import { CONTAINER } from './container.ts';
import type { Cutting } from './cutting.ts';
import type { Construct, Frame } from './frame.ts';
import type { Syntax } from './syntax.ts';
import { lineEnd, lineStart } from './text-scan.ts';

const SECTION: Construct = { name: 'section', form: 'section', isClosable: false };

/** What in a heading's braces shows that they are meant as attributes: a known word, an episode, a pair. */
const MEANT = /\b(?:after|label|spoiler|until|gate|through|s\d+\s?e\d+|\d+x\d+)\b|\w\s*=/i;

/** `## Why? {after=S01E10}`: a heading begins a section, and may end some. */
export const section: Syntax = {
  name: 'section',
  // to begin with the marks is four times as fast as with the line
  markers: `(?<!#)#+(?!#)(?<=^${CONTAINER}#+)(?=[^\\n]*\\{)`,
  innerMarkers: '(?<=^)#{1,6}(?=[ \\t\\n]|$)',
  read(marker, at, cutting) {
    const { text, frames } = cutting;
    const start = lineStart(text, at);
    const rank = Math.min(marker.length, 6);
    const isPlain = at === start && /^#{1,6}(?![^ \t\n])/.test(text.slice(at, at + 7));
    if (isPlain && at >= cutting.htmlEnd) endSections(rank, at, cutting);
    const marks = at + marker.length;
    frames.position = marks;
    const brace = attributesOfHeading(text.slice(marks, lineEnd(text, marks)));
    if (brace !== -1) openSection(rank, start, marks + brace, cutting);
  },
  escapes: [],
  lookAlikes: [],
};

function endSections(rank: number, at: number, { frames }: Cutting): void {
  while (frames.top.construct === SECTION && (frames.top.rank ?? 0) >= rank) {
    frames.close(frames.top, at, at);
  }
}

/** @param brace where the attributes stand that make a section of a heading */
export function openSection(rank: number, start: number, brace: number, cutting: Cutting): void {
  const { text, frames } = cutting;
  const attributes = readAttributes(text, brace);
  const rest = text.slice(attributes.end, lineEnd(text, brace));
  const isUnderstood = attributes.isUnderstood && /^[ \t]*#*[ \t]*$/.test(rest);
  const frame: Frame = { construct: SECTION, start, rank };
  frames.give(frame, { ...attributes, isUnderstood }, brace);
  frames.enclose(frame);
  // what is not understood stays in the text, for whoever peeks
  if (isUnderstood) cutting.skipAhead(brace, attributes.end);
  else cutting.plainBrace = brace;
}

/**
 * Where the braces begin in a heading's line that are meant as attributes, or that are never closed; -1 if
 * there are none.
 */
function attributesOfHeading(line: string): number {
  const first = line.search(/(?<!\\)\{/);
  if (first === -1) return -1;
  if (MEANT.test(line.slice(first))) return first;
  const last = line.lastIndexOf('{');
  return line.indexOf('}', last) === -1 ? last : -1;
}
