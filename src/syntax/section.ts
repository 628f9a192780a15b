import { MEANT_AS_ATTRIBUTES } from './attributes.ts';
import { CONTAINER } from './container.ts';
import type { Construct, Cutting, Frame } from './cutting.ts';
import type { Syntax } from './syntax.ts';
import { lineEnd, lineStart } from './text-scan.ts';

export const SECTION: Construct = { name: 'section', form: 'section', isClosable: false };

/** Braces at a heading that are meant as attributes: one typo must not turn them into text. */
const MEANT = new RegExp(
  `(?<!\\\\)\\{(?=${MEANT_AS_ATTRIBUTES}|[^{}\\n]*(?:\\b(?:until|gate|through|watched)\\b|\\d{1,4}x\\d{1,4}))`,
  'i',
);

/** `## Why? {after=S01E10}`: a heading starts a section, and may end others. */
export const section: Syntax = {
  name: 'section',
  // starting the pattern with the marks is four times as fast as starting with the line
  markers: `(?<!#)#+(?!#)(?<=^${CONTAINER}#+)(?=[^\\n]*\\{)`,
  innerMarkers: '(?<=^)#{1,6}(?=[ \\t\\n]|$)',
  read(marker, at, cutting) {
    const { text, frames } = cutting;
    const start = lineStart(text, at);
    const rank = Math.min(marker.length, 6);
    const isPlain = at === start && /^#{1,6}(?![^ \t\n])/.test(text.slice(at, at + 7));
    if (isPlain && at >= (frames.closable.htmlEnd ?? 0)) endSections(rank, at, cutting);
    const marks = at + marker.length;
    frames.position = marks;
    const brace = text.slice(marks, lineEnd(text, marks)).search(MEANT);
    if (brace !== -1) openSection(rank, start, marks + brace, cutting);
  },
  escapes: [],
  lookAlikes: [],
  announcements: [
    // ## Ending (spoilers)
    /^#{1,6}[^\S\n](?![^\n]*(?:\bno\b|free\b|without))[^\n]*[([][^)\]\n]{0,30}\bspoilers?\b[^)\]\n]{0,30}[)\]][^\S\n]*#*$/gim,
  ],
};

function endSections(rank: number, at: number, { frames }: Cutting): void {
  const ended = frames.run.find(
    (frame) => frame.construct === SECTION && (frame.rank ?? 0) >= rank && frame.ownHeading !== at,
  );
  if (ended) frames.close(ended, at, at);
}

/** @param brace the offset of the attributes that turn a heading into a section */
export function openSection(rank: number, start: number, brace: number, cutting: Cutting): void {
  const { text, frames } = cutting;
  const attributes = cutting.attributes(brace);
  const rest = text.slice(attributes.end, lineEnd(text, brace));
  const isUnderstood = attributes.isUnderstood && /^[ \t]*#*[ \t]*$/.test(rest);
  const frame: Frame = { construct: SECTION, start, rank };
  const mistake = attributes.mistake ?? 'attributes must be the last thing on a heading line';
  frames.give(frame, { ...attributes, isUnderstood, mistake }, brace);
  frames.enclose(frame);
  // invalid attributes stay in the text, for readers who peek
  if (isUnderstood) cutting.skipAhead(brace, attributes.end);
  else cutting.plainBrace = brace;
}
