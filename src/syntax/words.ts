import { containerBefore } from './container.ts';
import type { Construct } from './cutting.ts';
import { type Cutting, closeWords } from './cutting.ts';
import { isAlmostSpoiler, reportLookAlike } from './look-alike.ts';
import type { Syntax } from './syntax.ts';
import { lineEnd } from './text-scan.ts';

const BRACKET: Construct = {
  name: 'bracket',
  form: 'words',
  isClosable: true,
  written: { opener: '`:spoiler[`', end: () => '`]`' },
};

/** `:spoiler[words]{after=S01E10}` */
export const words: Syntax = {
  name: 'words',
  markers: [
    ':{1,2}spoiler',
    ':{1,2} ?[a-z](?:[a-z]| (?=[a-z])){4,8}(?=[\\[{])', // mistyped
    's:?poiler(?<![\\w:]s:?poiler)(?=\\[(?!\\^|\\d{1,3}\\]))', // without its colon, or with it in the wrong place
  ].join('|'),
  innerMarkers: '[\\[\\]]',
  read(marker, at, cutting) {
    const { text, frames } = cutting;
    const end = at + marker.length;
    if (marker === '[' || marker === ']') return readBracket(marker, at, cutting);
    const isWritten = /^:{1,2}spoiler$/i.test(marker) && !cutting.isWide(at, end + 1);
    const isMistyped = !isWritten && isAlmostSpoiler(marker.replace(/[^a-z]/gi, ''));
    if (text[end] === '[' && (isWritten || isMistyped)) {
      if (isMistyped) reportLookAlike('a mistyped `:spoiler[words]`', at, cutting);
      const frame = { construct: BRACKET, start: at, depth: 0, isLookAlike: isMistyped };
      return frames.open(frame, end + 1);
    }
    if (!/^:{1,2}spoiler$/i.test(marker)) {
      frames.position = at + 1;
      return;
    }
    frames.report(
      'spoiler/words',
      '`:spoiler` needs words in brackets, so the rest of its block is hidden; write `:spoiler[words]{after=S01E10}`',
      at,
    );
    const isBlock = containerBefore(text, at) !== undefined;
    // a block that lacks a colon: its intended end is unknown
    if (isBlock && /^\s*\{/.test(text.slice(end, end + 20))) frames.hideAll(at);
    else frames.hideRest(at, at);
  },
  escapes: [
    [/(?<!\\):{1,2}(?=spoiler)/gi, '\\$&'],
    [/(?<![\w:\\])(s:?poiler)(?=\[)/gi, '$1\\'],
  ],
  lookAlikes: [
    /(?<![:\w])::?(?!spoiler)(?:spo?i?l{1,2}[a-z]{0,4}|sploier)(?=[[{])/gi, // :spoil[words]
  ],
};

function readBracket(marker: '[' | ']', at: number, cutting: Cutting): void {
  const { text, frames, closedWords } = cutting;
  const frame = frames.closable;
  // an extra bracket: the words may have been meant to extend to it
  if (closedWords && frame === closedWords.level) {
    cutting.closedWords = undefined;
    if (marker === ']' && at < closedWords.end) {
      frames.report(
        'spoiler/unclosed',
        'this line has an extra `]`, so the spoiler may have been meant to reach it, and the rest of the block is hidden; write it as `\\]` if it is text',
        at,
      );
      return frames.hideRest(closedWords.from, at);
    }
  }
  if (frame.construct !== BRACKET) return;
  if (cutting.isWide(at, at + 1) && !frame.isLookAlike) return;
  const depth = (frame.depth ?? 0) + (marker === '[' ? 1 : -1);
  if (depth >= 0) {
    frame.depth = depth;
    return;
  }
  closeWords(frame, at, at + 1, text[at + 1] === '{', cutting);
  const level = frames.closable;
  cutting.closedWords =
    level.construct === BRACKET
      ? undefined
      : { level, from: frames.position, end: lineEnd(text, at) };
}
