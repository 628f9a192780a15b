import { readAttributes } from './attributes.ts';
import { ONLY_CONTAINER } from './container.ts';
import { type Cutting, strayEnd } from './cutting.ts';
import type { Construct, Frame } from './frame.ts';
import type { Syntax } from './syntax.ts';
import { lineEnd, lineStart } from './text-scan.ts';

const BLOCK: Construct = { name: 'block', form: 'block', isClosable: true };

/** `:::spoiler{…}`, Lemmy's `::: spoiler Title`, and the line of colons that ends them. */
export const block: Syntax = {
  name: 'block',
  markers: ':{3,}',
  read(marker, at, cutting) {
    const { text } = cutting;
    const colons = marker.length;
    const isBehindText = /[^\s>]/.test(text[at - 1] ?? '\n');
    const behind = text.slice(at + colons, at + colons + 50);
    if (isBehindText && !/^\s*(?:spoiler\b|\{)/i.test(behind)) return;
    const prefix = text.slice(lineStart(text, at), at);
    const end = lineEnd(text, at);
    const rest = text.slice(at + colons, end);
    const isAtStart = ONLY_CONTAINER.test(prefix);
    if (isAtStart && rest.trim() === '') endBlock(colons, at, end, cutting);
    else if (isAtStart || /^\s*(?:spoiler\b|\{)/i.test(rest)) {
      openBlock(
        rest,
        { construct: BLOCK, start: at, colons, openPrefix: isAtStart ? prefix : '' },
        cutting,
      );
    }
  },
  escapes: [[/(?<!\\):{3,}/g, '\\$&']],
  lookAlikes: [],
  inPages: {
    pattern: ':::[^\\S\\n]*spoiler[^\\n]*|^[^\\S\\n]*:::+[^\\S\\n]*$',
    read(match, isOpen) {
      if (/spoiler/i.test(match)) return 'start';
      return isOpen ? 'stop' : 'text';
    },
  },
};

/** @param rest what stands behind the colons on their line */
function openBlock(rest: string, frame: Frame, cutting: Cutting): void {
  const { text, frames } = cutting;
  const [, name = '', title = ''] = /^\s*([\p{L}\p{N}_-]*)([^\n{]*)/u.exec(rest) ?? [];
  const from = frame.start + (frame.colons ?? 0);
  const end = from + rest.length;
  const brace = from + rest.indexOf('{');
  if (name.toLowerCase() !== 'spoiler') {
    frames.report('spoiler/unknown-block', 'no block but `:::spoiler` is known', frame.start);
    cutting.plainBrace = brace;
    return frames.open({ ...frame, isBroken: true }, from);
  }
  frame.label = cutting.label(title);
  const isTitleHidden = frame.label === undefined && title.trim() !== '';
  if (brace < from || isTitleHidden) {
    return frames.open(frame, isTitleHidden ? from + rest.indexOf(title) : end);
  }
  const attributes = readAttributes(text, brace);
  frames.give(frame, attributes, brace);
  frames.open(frame, attributes.end);
}

function endBlock(colons: number, at: number, end: number, cutting: Cutting): void {
  const { text, frames } = cutting;
  const frame = frames.closable;
  if (frame.construct === BLOCK && colons >= (frame.colons ?? 0)) {
    const start = lineStart(text, at);
    frame.closePrefix = text.slice(start, at);
    frames.close(frame, start, end);
  } else strayEnd(BLOCK, ':::', at, cutting);
}
