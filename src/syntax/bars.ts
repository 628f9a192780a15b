import { containerBefore } from './container.ts';
import type { Construct, Frame } from './cutting.ts';
import { type Cutting, endWords, type Frames } from './cutting.ts';
import { reportLookAlike } from './look-alike.ts';
import type { Syntax } from './syntax.ts';
import { lineEnd } from './text-scan.ts';

const BARS: Construct = {
  name: 'bars',
  form: 'words',
  isClosable: true,
  deadline: (from, frames) => frames.blockEnd(from),
  unclosed: unpaired,
};

/** Discord's `||words||`. Bars pair within their paragraph or table row. */
export const bars: Syntax = {
  name: 'bars',
  markers: '\\|{1,2}',
  read(marker, at, cutting) {
    const { frames } = cutting;
    const level = frames.closable;
    if (level.construct === BARS) {
      if (marker === '||') endBars(level, at, cutting);
      return;
    }
    const end = endOfParagraph(at, cutting);
    if (!level.paragraph || at >= level.paragraph.end) level.paragraph = { firstBar: at, end };
    if (marker === '|') return;
    const isLookAlike = cutting.isWide(at, at + 2);
    if (isLookAlike) reportLookAlike('a text between full-width bars', at, cutting);
    const { paragraph } = level;
    frames.open({ construct: BARS, start: at, end, isLookAlike, paragraph }, at + 2);
  },
  escapes: [[/(?<!\\)\|\|/g, '\\|\\|']],
  lookAlikes: [
    /(?:‖|¦¦|││|ǁ|∣∣|ǀǀ)[^\n‖¦│ǁ∣ǀ]{1,300}(?:‖|¦¦|││|ǁ|∣∣|ǀǀ)/g, // other characters that look like bars
  ],
  inPages: { pattern: '\\|\\|', read: (_, isOpen) => (isOpen ? 'stop' : 'start') },
};

function endBars(frame: Frame, at: number, cutting: Cutting): void {
  if (cutting.isWide(at, at + 2) && !frame.isLookAlike) return;
  if (isTurned(frame.start, at, cutting)) return unpaired(frame, cutting.frames);
  endWords(BARS, at, at + 2, cutting);
}

/** Hides everything from the paragraph's first bar, as it is unknown which bars begin a spoiler. */
function unpaired(frame: Frame, frames: Frames): void {
  frames.report(
    'spoiler/unclosed',
    'a `||` in this paragraph or row has no partner, so everything from its first bar on is hidden; close the spoiler, or write bars as `\\|\\|`',
    frame.start,
  );
  const first = frame.paragraph?.firstBar ?? frame.start;
  if (first === frame.start) return frames.leaveOpen(frame);
  frames.unopen(frame);
  frames.swallow(first);
}

/** A row of a table is one line; a paragraph ends with its block. */
function endOfParagraph(at: number, { text, frames }: Cutting): number {
  const known = frames.closable.paragraph;
  if (known && at < known.end) return known.end;
  const isRow = containerBefore(text, at) !== undefined;
  return isRow ? lineEnd(text, at) : frames.blockEnd(at);
}

/**
 * Whether the text between two bars is rather the text between two spoilers, as in `one|| and ||two`. This looks only
 * at what is outside them: hidden text must not decide what is shown.
 */
function isTurned(start: number, end: number, { text }: Cutting): boolean {
  return IS_LETTER.test(text[start - 1] ?? '') && IS_LETTER.test(text[end + 2] ?? '');
}

/** A letter or digit of a script that separates words with spaces. */
const IS_LETTER =
  /[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|\p{N}/u;
