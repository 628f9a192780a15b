import { ONLY_CONTAINER } from './container.ts';
import type { Cutting } from './cutting.ts';
import type { Construct } from './frame.ts';
import type { Syntax } from './syntax.ts';
import { lineEnd, lineStart } from './text-scan.ts';

const BRACKET: Construct = { name: 'bracket', form: 'words', isClosable: true };

/** `:spoiler[words]{after=S01E10}` */
export const words: Syntax = {
  name: 'words',
  markers: ':{1,2}spoiler\\b',
  innerMarkers: '[\\[\\]]',
  read(marker, at, cutting) {
    if (marker === '[' || marker === ']') return readBracket(marker, at, cutting);
    const { text, frames } = cutting;
    const end = at + marker.length;
    if (text[end] === '[') return frames.open({ construct: BRACKET, start: at, depth: 0 }, end + 1);
    frames.report(
      'spoiler/words',
      'a `:spoiler` has no `[` behind it, so the rest of its block is hidden; write `:spoiler[words]{after=S01E10}`',
      at,
    );
    const isBlock = ONLY_CONTAINER.test(text.slice(lineStart(text, at), at));
    // a block that lacks a colon: where it was to end is not known
    if (isBlock && /^\s*\{/.test(text.slice(end, end + 20))) frames.hideAll(at);
    else frames.hideRest(at, at);
  },
  escapes: [[/(?<!\\):{1,2}(?=spoiler\b)/gi, '\\$&']],
  lookAlikes: [
    /(?<![:\w])::?(?!spoiler\b)(?:spo?i?l{1,2}[a-z]{0,4}|sploier)(?=[[{])/gi, // :spoilr[words]
  ],
};

function readBracket(marker: '[' | ']', at: number, { text, frames }: Cutting): void {
  const frame = frames.closable;
  if (frame.construct !== BRACKET) return;
  const depth = (frame.depth ?? 0) + (marker === '[' ? 1 : -1);
  if (depth >= 0) {
    frame.depth = depth;
    return;
  }
  frames.closeWords(frame, at, at + 1, text[at + 1] === '{');
  // a bracket more is open for closing on this line: the words may have been meant to reach to it
  const line = text.slice(frames.position, lineEnd(text, at)).replace(/\\./g, '');
  if (/^[^[\]]*\]/.test(line)) frames.hideRest(frames.position, at);
}
