import { Buffer } from 'node:buffer';
import { keyOfControl, keyOfSequence } from './key-names.ts';

/** Something that came from the terminal and means something. Reports that it sends by itself do not. */
export type Input =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'paste'; readonly text: string };

/** A sequence at the start of the unread bytes: its length, and its meaning, if any. */
interface Token {
  readonly length: number;
  readonly input?: Input;
}

const ESC = '\x1b';
const PASTE_START = `${ESC}[200~`;
const PASTE_END = `${ESC}[201~`;
const CTRL_C = '\x03';
/** Bytes kept of one paste; the rest of it is dropped. */
const LONGEST_PASTE = 64 * 1024;

/** ECMA-48 5.4: a control sequence, with its parameter bytes, intermediate bytes and final byte. */
const CONTROL_SEQUENCE = /^\x1b\[([0-?]*)([ -/]*)([@-~])/;
const SEQUENCE_START = /^\x1b\[[0-?]*[ -/]*/;
const SINGLE_SHIFT = /^\x1bO([0-9;]*)([@-~])/;
const UNFINISHED_SHIFT = /^\x1bO[0-9;]*$/;
/** What ends a string: BEL, ST in 8 or 7 bits; an ESC or Ctrl-C breaks it off. */
const STRING_END = /[\x03\x07\x9c]|\x1b\\?/;
/** A report whose ESC came long before the rest of it, and was taken for the key. */
const REPORT_TAIL = /^\[(?:M|<|\?|>|[IO]$|\d)/;

/**
 * Parts the bytes that a terminal sends into keys and pastes. Everything a terminal sends by itself (mouse and
 * focus reports, answers to queries) is read whole and dropped, however many reads it takes to arrive: whatever is
 * unknown means nothing, rather than the letters in it.
 *
 * A lone ESC may be the key or the start of a sequence: the caller waits a moment and then calls `endEscape`.
 */
export class InputParser {
  /** One character for each byte (latin1), so that coordinates above 127 in mouse reports are read as they are. */
  #unread = '';
  /** What has come of a paste that has not ended. */
  #paste: string | null = null;
  #endedEscape = false;

  /** The keys and pastes that these bytes complete. */
  push(bytes: Uint8Array): Input[] {
    const text = Buffer.from(bytes).toString('latin1');
    const isTail = this.#endedEscape && REPORT_TAIL.test(text);
    this.#endedEscape = false;
    if (text === CTRL_C) {
      // the way out of a paste or sequence that never ends
      this.#paste = null;
      this.#unread = '';
    }
    this.#unread += isTail ? ESC + text : text;
    const inputs: Input[] = [];
    while (this.#unread !== '') {
      const token = this.#paste === null ? this.#token(this.#unread) : this.#pasted(this.#paste);
      if (!token) break;
      this.#unread = this.#unread.slice(token.length);
      if (token.input) inputs.push(token.input);
    }
    return inputs;
  }

  /** Whether the bytes end with an ESC that may be the key. */
  get endsInEscape(): boolean {
    return this.#unread.endsWith(ESC) && this.#paste === null;
  }

  /** Takes that ESC for the key. It breaks off a string that has not ended. */
  endEscape(): Input[] {
    if (!this.endsInEscape) return [];
    this.#unread = '';
    this.#endedEscape = true;
    return [key('escape')];
  }

  /** The first token; `undefined` while more of it must come. */
  #token(text: string): Token | undefined {
    const code = text.charCodeAt(0);
    if (text.startsWith(PASTE_START)) {
      this.#paste = '';
      return { length: PASTE_START.length };
    }
    if (text.startsWith(ESC)) return escapeToken(text);
    if (code < 0x20 || code === 0x7f) return { length: 1, input: key(keyOfControl(code)) };
    if (code >= 0x80 && code < 0xa0) return c1Token(text, code);
    return letterToken(text, code);
  }

  #pasted(before: string): Token | undefined {
    const end = this.#unread.indexOf(PASTE_END);
    if (end === -1) {
      // the last bytes may be the start of the paste's end
      const length = Math.max(0, this.#unread.length - PASTE_END.length + 1);
      this.#paste = (before + this.#unread.slice(0, length)).slice(0, LONGEST_PASTE);
      this.#unread = this.#unread.slice(length);
      return undefined;
    }
    const bytes = (before + this.#unread.slice(0, end)).slice(0, LONGEST_PASTE);
    this.#paste = null;
    const text = Buffer.from(bytes, 'latin1').toString('utf8');
    return { length: end + PASTE_END.length, input: { kind: 'paste', text } };
  }
}

function key(name: string): Input {
  return { kind: 'key', key: name };
}

function escapeToken(text: string): Token | undefined {
  const next = text[1];
  if (next === undefined) return undefined;
  if (next === '[') return sequenceToken(text);
  if (next === 'O') {
    const match = SINGLE_SHIFT.exec(text);
    if (match) return named(match[0].length, keyOfSequence(match[1] ?? '', match[2] ?? ''));
    return UNFINISHED_SHIFT.test(text) ? undefined : { length: 2 };
  }
  if (']P_^X'.includes(next)) return stringToken(text);
  // the Esc key with another one soon after it, or Alt
  return { length: 1, input: key('escape') };
}

function sequenceToken(text: string): Token | undefined {
  const match = CONTROL_SEQUENCE.exec(text);
  if (!match) {
    const length = SEQUENCE_START.exec(text)?.[0].length ?? text.length;
    return length === text.length ? undefined : { length };
  }
  const [whole, parameters = '', intermediates = '', final = ''] = match;
  if (parameters === '' && intermediates === '') {
    if (final === 'M') return mouseToken(text, whole.length);
    // the Linux console's function keys have one more letter
    if (final === '[') return text.length > whole.length ? { length: whole.length + 1 } : undefined;
  }
  return named(whole.length, intermediates === '' ? keyOfSequence(parameters, final) : undefined);
}

/** A classic mouse report: three characters follow, each a byte, or two where the terminal writes them as UTF-8. */
function mouseToken(text: string, start: number): Token | undefined {
  let at = start;
  for (let count = 0; count < 3; count++) {
    const first = text.charCodeAt(at);
    if (Number.isNaN(first)) return undefined;
    const mayBeTwo = first >= 0xc2 && first <= 0xdf;
    if (mayBeTwo && at + 1 >= text.length) return undefined;
    const second = text.charCodeAt(at + 1);
    at += mayBeTwo && second >= 0x80 && second <= 0xbf ? 2 : 1;
  }
  return { length: at };
}

/** A string that answers a query (OSC, DCS, APC, PM, SOS), to its terminator. ESC and Ctrl-C break it off. */
function stringToken(text: string): Token | undefined {
  const end = STRING_END.exec(text.slice(2));
  if (!end) return undefined;
  const at = end.index + 2;
  if (end[0] === '\x07' || end[0] === '\x9c') return { length: at + 1 };
  if (end[0] === '\x1b\\') return { length: at + 2 };
  if (end[0] === '\x1b' && at === text.length - 1) return undefined;
  return { length: at };
}

/** An 8-bit control: what begins a sequence is read like ESC and a letter, the others mean nothing. */
function c1Token(text: string, code: number): Token | undefined {
  const seven = String.fromCharCode(code - 0x40);
  if (!'[O]P_^X'.includes(seven)) return { length: 1 };
  const token = escapeToken(ESC + seven + text.slice(1));
  return token && { ...token, length: token.length - 1 };
}

/** A letter in UTF-8. A byte that belongs to none means nothing. */
function letterToken(text: string, code: number): Token | undefined {
  const length = code < 0x80 ? 1 : (UTF8_LENGTHS.find(([from]) => code >= from)?.[1] ?? 1);
  const bytes = text.slice(0, length);
  if (!/^[\x80-\xbf]*$/.test(bytes.slice(1))) return { length: 1 };
  if (bytes.length < length) return undefined;
  const letter = Buffer.from(bytes, 'latin1').toString('utf8');
  if (letter.includes('\ufffd')) return { length: 1 };
  return { length, input: key(letter === ' ' ? 'space' : letter) };
}

/** From which first byte on a letter has how many bytes. */
const UTF8_LENGTHS = [
  [0xf5, 1],
  [0xf0, 4],
  [0xe0, 3],
  [0xc2, 2],
] as const;

function named(length: number, name: string | undefined): Token {
  return name === undefined ? { length } : { length, input: key(name) };
}
