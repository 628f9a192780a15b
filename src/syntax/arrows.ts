import { containerBefore } from './container.ts';
import type { Construct, Frame } from './cutting.ts';
import { type Cutting, endWords, strayEnd } from './cutting.ts';
import { REST } from './frame.ts';
import { reportLookAlike } from './look-alike.ts';
import type { Syntax } from './syntax.ts';

/** Reddit's inline spoiler. It ends within its block. */
const ARROWS: Construct = {
  name: 'arrows',
  form: 'words',
  isClosable: true,
  deadline: (from, frames) => frames.blockEnd(from),
  unclosed: (frame, frames) => {
    frames.report(
      'spoiler/unclosed',
      'this `>!` is not closed by `!<`, so the rest of its block is hidden; close it, or write the marker as text: `>\\!`',
      frame.start,
    );
    frames.unopen(frame);
    frames.enclose(restFrom(frame));
  },
};

/** A `>!` at the start of a line: an inline spoiler as on Reddit if `!<` closes it, otherwise a quote. */
const LINE: Construct = {
  ...ARROWS,
  name: 'arrows at the start of a line',
  unclosed: (frame, frames) => frames.recast(frame, QUOTE, '> '),
};

/** Lines of `>! text` as on Stack Exchange. */
export const QUOTE: Construct = {
  name: 'quote',
  form: 'block',
  isClosable: true,
  deadline: (from, frames) => frames.blockEnd(from),
  unclosed: (frame, frames) => frames.close(frame, frame.end ?? 0, frame.end ?? 0),
};

/** Reddit's `>!words!<`, and lines of `>! text` as on Stack Exchange. */
export const arrows: Syntax = {
  name: 'arrows',
  markers: [
    '>!|!<',
    '&(?:gt|#62|#x3e);!|!&(?:lt|#60|#x3c);', // as in a page's source
    '>(?<=^[ \\t>]*)[ \\t]+!(?=[ \\t])', // an extra space
  ].join('|'),
  read(marker, at, cutting) {
    const end = at + marker.length;
    if (/^!/.test(marker)) readEnd(marker, at, end, cutting);
    else readBeginning(marker, at, end, cutting);
  },
  escapes: [
    [/(?<!\\)>!/g, '>\\!'],
    [/(?<!\\)!</g, '!\\<'],
    [/(&(?:gt|#62|#x3e);)!/gi, '$1\\!'],
    [/(?<!\\)!(?=&(?:lt|#60|#x3c);)/gi, '\\!'],
    [/^([ \t>]*>[ \t]+)!(?=[ \t])/gm, '$1\\!'],
  ],
  lookAlikes: [
    /!>[^\n<]{1,300}<!/g, // the wrong way round
    /^[ \t>]*>[ \t]+!(?![ \t[])/gm, // > !text
    /^[ \t]*!>?[ \t]+\S/gm, // ! text, !> text
  ],
  inPages: { pattern: '>!|!<', read: (match) => (match === '>!' ? 'start' : 'stop') },
};

function readBeginning(marker: string, at: number, end: number, cutting: Cutting): void {
  const { text, frames } = cutting;
  const isLookAlike = marker !== '>!' || cutting.isWide(at, end);
  if (isBehindArrow(at, cutting) || (marker === '>!' && isEndOfTag(at, cutting))) {
    frames.position = at + 1;
    return;
  }
  // words that end in a bracket: `>!a > b>!<`
  const isEnd = text[end] === '<' && /\S/.test(text[at - 1] ?? '');
  if (isEnd && (frames.closable.construct === ARROWS || frames.closable.construct === LINE)) {
    frames.position = at + 1;
    return;
  }
  const openPrefix = containerBefore(text, at);
  const around = frames.closable.construct;
  if (openPrefix !== undefined && (around === LINE || around === QUOTE))
    return frames.replace(at, end, '> ');
  if (around === LINE || around === ARROWS) {
    // their end does not end the words around them
    frames.closable.depth = (frames.closable.depth ?? 0) + 1;
    return;
  }
  if (isLookAlike) reportLookAlike('a mistyped `>!`', at, cutting);
  const frame = { start: at, end: frames.blockEnd(at), isLookAlike };
  if (openPrefix === undefined) return frames.open({ construct: ARROWS, ...frame }, end);
  const closePrefix = openPrefix.replace(/[^>\s]/g, ' ');
  const line = { construct: LINE, ...frame, openPrefix, closePrefix };
  const quote = quoteBefore(at - openPrefix.length, openPrefix, cutting);
  if (quote === undefined) return frames.open(line, end);
  frames.report(
    'spoiler/look-alike',
    'the lines of this quote above `>!` have no `!`, and are hidden with it; write `>!` on every line, or add a blank line between them',
    quote,
  );
  frames.enclose({ ...line, construct: QUOTE, start: quote });
  frames.replace(at, end, '> ');
}

function readEnd(marker: string, at: number, end: number, cutting: Cutting): void {
  const { text, frames } = cutting;
  // in `!<br>` and `!<https://…>` it starts a tag
  if (marker === '!<' && TAG.test(text.slice(end - 1, end + MAX_TAG))) return;
  const isLookAlike = marker !== '!<' || cutting.isWide(at, end);
  if (isLookAlike && frames.isInside && !frames.closable.isLookAlike) return;
  const { closable } = frames;
  if ((closable.construct === ARROWS || closable.construct === LINE) && closable.depth) {
    closable.depth--;
    return;
  }
  if (endWords(ARROWS, at, end, cutting) || endWords(LINE, at, end, cutting)) return;
  if (!frames.isIn(LINE) && !/^[\w/!?<$-]/.test(text.slice(end, end + 1))) {
    strayEnd(ARROWS, '!<', at, cutting);
  }
}

/** In `->!` and `=>!` the bracket is part of an arrow. */
function isBehindArrow(at: number, { text }: Cutting): boolean {
  return /[-=]/.test(text[at - 1] ?? '') && containerBefore(text, at) === undefined;
}

const MAX_TAG = 500;
const TAG_NAME = '(?:/?[a-z][^\\s<>/:@]*';
const TAG_REST = '(?:\\s(?:"[^"]*"|\'[^\']*\'|[^<>"\'])*)?/?>)';
const AUTOLINK = '[a-z][a-z0-9+.-]{1,31}:[^\\s<>]*>|[^\\s<>@]+@[^\\s<>]+>';
/** A tag, a comment or an address in brackets. */
const TAG = new RegExp(`^<(?:${TAG_NAME}${TAG_REST}|${AUTOLINK}|!--)`, 'i');
const WHOLE_TAG = new RegExp(`^<(?:${TAG_NAME}${TAG_REST}|${AUTOLINK}|!--[^]*-->)$`, 'i');

/** Whether the bracket at `at` closes a tag or an address, as in `</b>!` and `<https://…>!`. */
function isEndOfTag(at: number, { text }: Cutting): boolean {
  const from = Math.max(0, at - MAX_TAG);
  const before = text.slice(from, at + 1);
  const block = before.slice(before.lastIndexOf('\n\n') + 1);
  for (let open = block.lastIndexOf('<'); open >= 0; open = block.lastIndexOf('<', open - 1)) {
    if (WHOLE_TAG.test(block.slice(open))) return true;
    if (open === 0 || block.length - open > 200) return false;
  }
  return false;
}

/** The start of the plain quote whose next line starts at `start` with `prefix`, if there is one. */
function quoteBefore(start: number, prefix: string, { text, frames }: Cutting): number | undefined {
  const block = frames.blockStart(start);
  if (!block.isText || block.start >= start) return undefined;
  const lines = text.slice(block.start, start - 1).split('\n');
  let from = start;
  for (const line of lines.toReversed()) {
    if (!line.startsWith(prefix) || !/^[ \t]*>/.test(line.slice(prefix.length))) break;
    from -= line.length + 1;
  }
  return from < start ? from : undefined;
}

function restFrom({ start, end }: Frame): Frame & { end: number } {
  return { construct: REST, start, end: end ?? start, isBroken: true };
}
