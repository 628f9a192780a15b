import { containerBefore } from './container.ts';
import type { Construct, Frame } from './cutting.ts';
import { type Cutting, strayEnd } from './cutting.ts';
import { reportLookAlike } from './look-alike.ts';
import type { Syntax } from './syntax.ts';
import { lineEnd, lineStart } from './text-scan.ts';

const BLOCK: Construct = {
  name: 'block',
  form: 'block',
  isClosable: true,
  written: {
    opener: '`:::` block',
    end: ({ colons = 3 }) => `a line \`${':'.repeat(Math.min(colons, MAX_SHOWN))}\``,
  },
};

/** More colons than that are not counted out in a message. */
const MAX_SHOWN = 10;

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
    const prefix = containerBefore(text, at);
    const end = lineEnd(text, at);
    const rest = text.slice(at + colons, end);
    const isAtStart = prefix !== undefined;
    if (isAtStart && rest.trim() === '') endBlock(colons, at, end, cutting);
    else if (isAtStart || /^\s*(?:spoiler\b|\{)/i.test(rest)) {
      const openPrefix = prefix ?? '';
      openBlock(rest, { construct: BLOCK, start: at, colons, openPrefix }, cutting);
    }
  },
  escapes: [[/(?<!\\):{3,}/g, '\\$&']],
  lookAlikes: [
    /^[ \t>]*[∶꞉︰]{3,}/gm, // other characters that look like colons
  ],
  inPages: {
    pattern: ':::[^\\S\\n]*spoiler[^\\n]*|^[^\\S\\n]*:::+[^\\S\\n]*$',
    read(match, isOpen) {
      if (/spoiler/i.test(match)) return 'start';
      return isOpen ? 'stop' : 'text';
    },
  },
};

/** @param rest the rest of the line after the colons */
function openBlock(rest: string, frame: Frame, cutting: Cutting): void {
  const { frames, source } = cutting;
  const [, name = '', title = ''] = /^\s*([\p{L}\p{N}_-]*)([^\n{]*)/u.exec(rest) ?? [];
  const from = frame.start + (frame.colons ?? 0);
  const end = from + rest.length;
  const brace = rest.includes('{') ? from + rest.indexOf('{') : undefined;
  if (cutting.isWide(frame.start, from)) {
    frame.isLookAlike = true;
    reportLookAlike('a block with full-width signs', frame.start, cutting);
  }
  const isSpoiler = name.toLowerCase() === 'spoiler';
  const isClass = name === '' && title.trim() === '' && /^\s*\{[^}]*\.spoiler\b/i.test(rest);
  if (!isSpoiler && !isClass) {
    frames.report(
      'spoiler/unknown-block',
      'the only block recap knows is `:::spoiler`, so this one is hidden like a spoiler until it ends',
      frame.start,
    );
    const attributes = brace === undefined ? undefined : cutting.attributes(brace);
    if (attributes?.after !== undefined || /\bafter\b/.test(rest.slice(title.length))) {
      if (attributes && brace !== undefined) frames.give(frame, attributes, brace);
    }
    if (brace !== undefined) cutting.plainBrace = brace;
    return frames.open(frame, from);
  }
  if (/\bafter\s*[=:]|\bs\d{1,4}\s?e\d/i.test(title)) {
    frames.report(
      'spoiler/attributes',
      'this gate has no braces, so the spoiler never opens; write `:::spoiler{after=S01E10}`',
      frame.start,
    );
    cutting.plainBrace = brace ?? cutting.plainBrace;
    frames.open({ ...frame, isBroken: true }, from + rest.indexOf(title));
    frames.position = end;
    return;
  }
  if (title.trim() !== '') {
    const offset = from + rest.indexOf(title);
    frame.title = { text: source.slice(offset, offset + title.length), offset };
  }
  if (brace === undefined) return frames.open(frame, end);
  const attributes = cutting.attributes(brace);
  frames.give(frame, attributes, brace);
  frames.open(frame, attributes.end);
}

function endBlock(colons: number, at: number, end: number, cutting: Cutting): void {
  const { text, frames } = cutting;
  const frame = frames.closable;
  const isWide = cutting.isWide(at, at + colons);
  if (
    frame.construct === BLOCK &&
    colons >= (frame.colons ?? 0) &&
    (!isWide || frame.isLookAlike)
  ) {
    const start = lineStart(text, at);
    frame.closePrefix = text.slice(start, at);
    frames.close(frame, start, end);
  } else strayEnd(BLOCK, ':::', at, cutting);
}
