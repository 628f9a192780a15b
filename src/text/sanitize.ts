/**
 * Text that strangers wrote, made safe for a terminal.
 *
 * The rule is an allow-list of code points, not a grammar of escape sequences: without control characters there are
 * no sequences. Sequences are removed whole first, so that their letters are not left behind. docs/design.md compares
 * the libraries for this.
 */

/** An escape sequence, 7 or 8 bit. If it is not closed on its line, only its introducer is removed. */
const SEQUENCE = new RegExp(
  [
    // OSC, DCS, SOS, PM, APC: up to BEL or ST
    '(?:\\x1b[\\]PX^_]|[\\x9d\\x90\\x98\\x9e\\x9f])[^\\n\\x07\\x1b\\x9c]*(?:\\x07|\\x1b\\\\|\\x9c)',
    // CSI
    '(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]',
    // two and three character sequences; never the introducers above
    '\\x1b[ -/]+[0-~]',
    '\\x1b[0-OQ-WYZ\\\\`-~]',
  ].join('|'),
  'g',
);

/** Line ends of other systems and Unicode, including a lone CR, which could overwrite a line. */
const LINE_END = /\r\n?|[\v\f\x85\u2028\u2029]/g;

/** C0 except tab and line feed, DEL, C1. */
const CONTROL = /[\0-\x08\x0e-\x1f\x7f-\x9f]/g;

/**
 * Invisible characters and those that change text direction: soft hyphen, Arabic letter mark, Mongolian vowel
 * separator, zero-width characters, direction marks, embeddings, overrides and isolates, invisible operators, byte
 * order mark, Hangul fillers, interlinear annotation, tags, noncharacters.
 */
const INVISIBLE =
  /[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufdd0-\ufdef\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

const JOINER = /[\u200c\u200d]/;

/** Anything but common letters, digits and punctuation. Most lines contain none. */
const SUSPECT =
  /[^\n\t -~\xa0-\xac\xae-\u02ff\u0370-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3163\u3165-\ud7ff]/g;

/**
 * Removes everything that could control a terminal or hide from a reader. Line feeds and tabs stay. Idempotent.
 *
 * @param text decoded text: entities and YAML escapes already resolved
 */
export function sanitize(text: string): string {
  SUSPECT.lastIndex = 0;
  if (!SUSPECT.test(text)) return text;
  // nothing to remove spans lines, so only suspicious lines are processed
  const parts: string[] = [];
  let position = 0;
  for (;;) {
    SUSPECT.lastIndex = position;
    const found = SUSPECT.exec(text);
    if (!found) break;
    const start = Math.max(position, text.lastIndexOf('\n', found.index) + 1);
    const next = text.indexOf('\n', found.index);
    const end = next === -1 ? text.length : next;
    // the line feed of a CR LF follows the line
    const isPair = next !== -1 && text[end - 1] === '\r';
    const line = text.slice(start, isPair ? end - 1 : end);
    parts.push(text.slice(position, start), plainOfLine(line));
    position = end;
  }
  return parts.join('') + text.slice(position);
}

/** The same for a single line, such as a name, title or label. Runs of white space become one space. */
export function sanitizeLine(text: string): string {
  return sanitize(text).replace(/\s+/g, ' ').trim();
}

/** Scripts in which joiners connect letters. */
const JOINING =
  'Arabic Syriac Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala'
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('');

let idleJoiners: RegExp | undefined;

/**
 * A joiner that connects neither emoji nor letters of a joining script; it would only hide. The pattern is compiled
 * when it is first needed, as compiling it takes longer than everything else here, even as a literal that is never reached.
 */
function withoutIdleJoiners(line: string): string {
  if (!JOINER.test(line)) return line;
  idleJoiners ??= new RegExp(
    [
      `(?<!\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]?|[${JOINING}\\p{M}])\\u200d`,
      `\\u200d(?!\\p{Extended_Pictographic}|[${JOINING}])`,
      '(?<![\\p{L}\\p{M}\\p{Extended_Pictographic}\\u{1f3fb}-\\u{1f3ff}])\\u200d',
      '\\u200d(?![\\p{L}\\p{Extended_Pictographic}])',
      '(?<![\\p{L}\\p{M}])\\u200c',
      '\\u200c(?!\\p{L})',
    ].join('|'),
    'gu',
  );
  return line.replace(idleJoiners, '');
}

function plainOfLine(line: string): string {
  const shown = line
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replace(SEQUENCE, '')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '');
  // eight combining marks per letter are enough for every script; more would cover other lines
  return withoutIdleJoiners(shown).replace(/(\p{M}{8})\p{M}+/gu, '$1');
}
