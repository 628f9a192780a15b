import { Buffer, isUtf8 } from 'node:buffer';
import { sanitize } from '../text/sanitize.ts';
import { RecapError } from './problem.ts';

/** The size limit of a recap's file, in bytes. */
export const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** The size limit of front matter, including its delimiters. */
export interface FrontMatterLimits {
  readonly bytes: number;
  readonly lines: number;
}

export const RECAP_LIMITS: FrontMatterLimits = { bytes: 16 * 1024, lines: 1000 };
/** A long-running show has a thousand episodes with titles in several languages. */
export const SHOW_LIMITS: FrontMatterLimits = {
  bytes: 256 * 1024,
  lines: Number.POSITIVE_INFINITY,
};

/** gray-matter takes quadratic time on blank lines (docs/design.md), so their number and size are bounded. */
const BLANK_LIMITS: FrontMatterLimits = { bytes: 16 * 1024, lines: 1000 };

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** The two parts of a recap's file. */
export interface Split {
  /** The YAML between the delimiters, with `\n` line ends. It starts on the file's second line. */
  readonly frontMatter: string;
  /** The offset of the body in the file, in bytes. */
  readonly bodyOffset: number;
  /** The body's first line, counted from 1. */
  readonly bodyLine: number;
}

const LINE_END = /\r\n?|\n/g;
/** A line that may be the closing delimiter, and the end of the line before it. */
const DASHES = /(?:\r\n?|\n)---([^\r\n]*)/g;

/**
 * Finds the front matter: it starts and ends with a line `---`, which may have trailing white space. Works on the
 * beginning of a file as well as on all of it.
 *
 * @param bytes the file, or as much of its beginning as the limits allow
 * @throws {RecapError} if there is none, it is not closed within the limits, or it is not UTF-8
 */
export function split(bytes: Uint8Array, limits: FrontMatterLimits): Split {
  const start = startOf(bytes);
  const limit = Math.min(bytes.length, start + limits.bytes);
  // a character for each byte, so that both have the same offsets
  const characters = bufferOf(bytes).toString('latin1', 0, limit);
  const openerEnd = firstLineEnd(characters, start);
  requireOpener(decode(bytes.subarray(start, openerEnd), () => 1));

  const closer = closerIn(characters, openerEnd);
  const from = Math.min(afterLineEnd(bytes, openerEnd), limit);
  const to = Math.max(closer?.index ?? limit, from);
  const lineBytes = bytes.subarray(from, to);
  const content = decode(lineBytes, () => 2 + lineNotUtf8(lineBytes));
  const frontMatter = content.includes('\r') ? content.replace(LINE_END, '\n') : content;
  const lines = closer?.index === openerEnd ? 0 : countLines(frontMatter);
  if (lines > BLANK_LIMITS.lines || to - from > BLANK_LIMITS.bytes) refuseBlank(frontMatter);
  if (!closer || lines >= limits.lines) throw unclosed(limits);
  const bodyOffset = afterLineEnd(bytes, closer.index + closer[0].length);
  return { frontMatter, bodyOffset, bodyLine: lines + 3 };
}

/** The line that closes the front matter, and the end of the line before it. */
function closerIn(characters: string, openerEnd: number): RegExpExecArray | null {
  DASHES.lastIndex = openerEnd;
  for (;;) {
    const found = DASHES.exec(characters);
    const rest = found?.[1] ?? '';
    if (rest === '' || Buffer.from(rest, 'latin1').toString().trim() === '') return found;
  }
}

function firstLineEnd(characters: string, start: number): number {
  LINE_END.lastIndex = start;
  return LINE_END.exec(characters)?.index ?? characters.length;
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function refuseBlank(frontMatter: string): void {
  const blank = frontMatter.split('\n').filter((line) => line.trim() === '');
  const bytes = Buffer.byteLength(blank.join(''));
  if (blank.length <= BLANK_LIMITS.lines && bytes <= BLANK_LIMITS.bytes) return;
  throw new RecapError(
    'front-matter/unclosed',
    `the front matter has more than ${BLANK_LIMITS.lines} blank lines or ${BLANK_LIMITS.bytes / 1024} KB of them; remove some`,
  );
}

function unclosed(limits: FrontMatterLimits): RecapError {
  const most = Number.isFinite(limits.lines) ? ` and ${limits.lines} lines` : '';
  return new RecapError(
    'front-matter/unclosed',
    `the front matter is not closed within its first ${limits.bytes / 1024} KB${most}; end it with a line \`---\``,
  );
}

/** A file without front matter. */
export const WITHOUT_FRONT_MATTER: Split = { frontMatter: '', bodyOffset: 0, bodyLine: 1 };

/** Whether a file may start with front matter and must be read as if it did. */
export function hasFrontMatter(bytes: Uint8Array): boolean {
  const start = startOf(bytes);
  return bufferOf(bytes).toString('latin1', start, start + 3) === '---';
}

/**
 * The body as text that is safe to cut: decoded from UTF-8, with `\n` line ends, and without characters that could
 * disguise a spoiler's marker or control a terminal.
 *
 * @throws {RecapError} if it is not UTF-8
 */
export function bodyText(bytes: Uint8Array, { bodyOffset, bodyLine }: Split): string {
  return sanitize(decode(bytes.subarray(bodyOffset), () => bodyLine));
}

/** The offset of the text, after a byte order mark if there is one. */
function startOf(bytes: Uint8Array): number {
  return BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? 3 : 0;
}

function requireOpener(line: string): void {
  if (line.trimEnd() === '---') return;
  if (/^\+\+\+\s*$|^\{/.test(line)) {
    throw new RecapError(
      'front-matter/language',
      'the front matter is not YAML; write `key: value` lines between two lines `---`',
    );
  }
  if (/^---\s*[A-Za-z]/.test(line)) {
    throw new RecapError(
      'front-matter/language',
      'the front matter is not YAML; begin it with a line `---` and nothing else',
    );
  }
  throw new RecapError(
    'front-matter/missing',
    'the file has no front matter; begin it with a line `---`, then `title:` or `episode:`, then a line `---`',
  );
}

function afterLineEnd(bytes: Uint8Array, end: number): number {
  const isPair = bytes[end] === 0x0d && bytes[end + 1] === 0x0a;
  return Math.min(end + (isPair ? 2 : 1), bytes.length);
}

/** Validating separately is several times as fast as a decoder that does both. @param lineOf where the error is */
function decode(bytes: Uint8Array, lineOf: () => number): string {
  if (isUtf8(bytes)) return bufferOf(bytes).toString();
  throw new RecapError('file/encoding', 'the file is not UTF-8; save it as UTF-8', {
    line: lineOf(),
    column: 1,
  });
}

/** The first line that is not UTF-8, from 0. */
function lineNotUtf8(bytes: Uint8Array): number {
  const lines = bufferOf(bytes).toString('latin1').split(LINE_END);
  return lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')));
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
