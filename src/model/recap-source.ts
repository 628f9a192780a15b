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

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
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

/**
 * Finds the front matter: it starts and ends with a line `---`, which may have trailing white space. Works on the
 * beginning of a file as well as on all of it.
 *
 * @param bytes the file, or as much of its beginning as the limits allow
 * @throws {RecapError} if there is none, it is not closed within the limits, or it is not UTF-8
 */
export function split(bytes: Uint8Array, limits: FrontMatterLimits): Split {
  let start = startOf(bytes);
  const limit = Math.min(bytes.length, start + limits.bytes);
  const lines: string[] = [];
  const blank = { bytes: 0, lines: 0 };

  while (start < limit) {
    const end = lineEnd(bytes, start, limit);
    const line = decode(bytes.subarray(start, end), lines.length + 1);
    if (lines.length === 0) requireOpener(line);
    if (lines.length > 0 && line.trimEnd() === '---') {
      return {
        frontMatter: lines.slice(1).join('\n'),
        bodyOffset: afterLineEnd(bytes, end),
        bodyLine: lines.length + 2,
      };
    }
    lines.push(line);
    if (line.trim() === '') {
      blank.bytes += end - start;
      blank.lines++;
    }
    start = afterLineEnd(bytes, end);
    if (lines.length > limits.lines) break;
    if (blank.lines > BLANK_LIMITS.lines || blank.bytes > BLANK_LIMITS.bytes) throw tooBlank();
  }
  if (lines.length === 0) requireOpener('');
  const most = Number.isFinite(limits.lines) ? ` and ${limits.lines} lines` : '';
  throw new RecapError(
    'front-matter/unclosed',
    `the front matter is not closed within its first ${limits.bytes / 1024} KB${most}; end it with a line \`---\``,
  );
}

function tooBlank(): RecapError {
  return new RecapError(
    'front-matter/unclosed',
    `the front matter has more than ${BLANK_LIMITS.lines} blank lines or ${BLANK_LIMITS.bytes / 1024} KB of them; remove some`,
  );
}

/** A file without front matter. */
export const WITHOUT_FRONT_MATTER: Split = { frontMatter: '', bodyOffset: 0, bodyLine: 1 };

/** Whether a file may start with front matter and must be read as if it did. */
export function hasFrontMatter(bytes: Uint8Array): boolean {
  const start = startOf(bytes);
  return Buffer.from(bytes.subarray(start, start + 3)).toString('latin1') === '---';
}

/**
 * The body as text that is safe to cut: decoded from UTF-8, with `\n` line ends, and without characters that could
 * disguise a spoiler's marker or control a terminal.
 *
 * @throws {RecapError} if it is not UTF-8
 */
export function bodyText(bytes: Uint8Array, { bodyOffset, bodyLine }: Split): string {
  return sanitize(decode(bytes.subarray(bodyOffset), bodyLine));
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

/** The index of the next line feed or carriage return, or `limit`. */
function lineEnd(bytes: Uint8Array, start: number, limit: number): number {
  for (let index = start; index < limit; index++) {
    if (bytes[index] === LINE_FEED || bytes[index] === CARRIAGE_RETURN) return index;
  }
  return limit;
}

function afterLineEnd(bytes: Uint8Array, end: number): number {
  const isPair = bytes[end] === CARRIAGE_RETURN && bytes[end + 1] === LINE_FEED;
  return Math.min(end + (isPair ? 2 : 1), bytes.length);
}

/** Validating separately is several times as fast as a decoder that does both. */
function decode(bytes: Uint8Array, line: number): string {
  if (isUtf8(bytes)) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  }
  throw new RecapError('file/encoding', 'the file is not UTF-8; save it as UTF-8', {
    line,
    column: 1,
  });
}
