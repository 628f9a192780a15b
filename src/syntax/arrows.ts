import { ONLY_CONTAINER } from './container.ts';
import { type Cutting, endWords, openWords, strayEnd } from './cutting.ts';
import type { Construct } from './frame.ts';
import type { Syntax } from './syntax.ts';
import { blockEnd, lineStart } from './text-scan.ts';

const ARROWS: Construct = { name: 'arrows', form: 'words', isClosable: true };
const QUOTE: Construct = { name: 'quote', form: 'block', isClosable: true };

const END = /!</g;
const BEGINNING = />!(?!<)|(?<!\S)>!/g;

/** Reddit's `>!words!<`, and lines of `>! text` as on Stack Exchange. */
export const arrows: Syntax = {
  name: 'arrows',
  markers: '>!|!<(?=[\\s.,;:!?)\\]]|$)',
  innerMarkers: '!<',
  read(marker, at, cutting) {
    const end = at + marker.length;
    if (marker === '>!') readBeginning(at, end, cutting);
    else if (!endWords(ARROWS, at, end, cutting)) readStrayEnd(at, end, cutting);
  },
  escapes: [
    [/(?<!\\)>!/g, '\\>!'],
    [/(?<!\\)!</g, '!\\<'],
  ],
  lookAlikes: [
    /!>[^\n<]{1,300}<!/g, // the wrong way round
  ],
  inPages: { pattern: '>!|!<', read: (match) => (match === '>!' ? 'start' : 'stop') },
};

function readBeginning(at: number, end: number, cutting: Cutting): void {
  const { text, frames } = cutting;
  // words that end in a bracket: `>!<b>words</b>!<`
  const isEnd = text[end] === '<' && /\S/.test(text[at - 1] ?? '');
  if (isEnd && endWords(ARROWS, at + 1, at + 3, cutting)) return;
  const start = lineStart(text, at);
  const isAtStart = ONLY_CONTAINER.test(text.slice(start, at));
  if (isAtStart && frames.target.construct === QUOTE) return frames.replace(at, end, '> ');
  if (cutting.next(END, end) < cutting.next(BEGINNING, end)) {
    return openWords(ARROWS, at, end, cutting);
  }
  if (isAtStart) {
    const openPrefix = text.slice(start, at);
    const closePrefix = openPrefix.replace(/[^>\s]/g, ' ');
    const range = { start: at, end: blockEnd(text, at) };
    frames.open({ construct: QUOTE, ...range, openPrefix, closePrefix }, at);
    return frames.replace(at, end, '> ');
  }
  frames.report(
    'spoiler/unclosed',
    'a `>!` is not ended by `!<`, so the rest of its block is hidden; write text as `\\>!`',
    at,
  );
  frames.hideRest(at, at);
}

/** An end without a beginning counts only where it cannot be a tag, as in `wow!<b>`. */
function readStrayEnd(at: number, end: number, cutting: Cutting): void {
  const next = cutting.text.slice(end, end + 1);
  if (/^(?:[\s.,;:!?)\]]|$)/.test(next)) strayEnd(ARROWS, '!<', at, cutting);
}
