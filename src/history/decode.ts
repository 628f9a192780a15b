/** Enough bytes to see a byte order mark, or that every second byte is zero. */
const BEGINNING = 64;
/** The longest character of UTF-8. */
const LONGEST = 4;

/**
 * The text of a history file, piece by piece. A byte order mark decides; without one, zeros in every second
 * byte mean UTF-16. Anything else is UTF-8, unless its first character beyond ASCII is invalid there: then
 * it is Windows-1252, as spreadsheets save it.
 */
export async function* decode(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let isBeginning = true;
  let held: Uint8Array = new Uint8Array();
  for await (const piece of pieces) {
    if (decoder) {
      yield text(decoder, piece);
      continue;
    }
    held = Buffer.concat([held, piece]);
    if (isBeginning && held.length < BEGINNING) continue;
    const encoding = (isBeginning ? utf16Of(held) : undefined) ?? eightBitOf(held, false);
    isBeginning = false;
    if (encoding) {
      decoder = new TextDecoder(encoding);
      yield text(decoder, held);
      held = new Uint8Array();
    } else {
      // ASCII so far, which all encodings read alike
      const end = asciiEnd(held);
      yield text(new TextDecoder(), held.subarray(0, end));
      held = held.subarray(end);
    }
  }
  const encoding = (isBeginning ? utf16Of(held) : undefined) ?? eightBitOf(held, true);
  yield decoder ? decoder.decode() : text(new TextDecoder(encoding), held);
}

function text(decoder: TextDecoder, bytes: Uint8Array): string {
  return decoder.decode(bytes, { stream: true }).replaceAll('\0', '');
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const beginning = bytes.subarray(0, BEGINNING);
  const zeros = (odd: 0 | 1) =>
    beginning.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeros(1) > beginning.length / 4) return 'utf-16le';
  if (zeros(0) > beginning.length / 4) return 'utf-16be';
  return undefined;
}

/** @returns `undefined` if the bytes do not decide it: they are only ASCII, or end within a character */
function eightBitOf(bytes: Uint8Array, isWhole: boolean): 'utf-8' | 'windows-1252' | undefined {
  const at = asciiEnd(bytes);
  if (at === bytes.length) return isWhole ? 'utf-8' : undefined;
  if (at + LONGEST > bytes.length && !isWhole) return undefined;
  const length = [0xc2, 0xe0, 0xf0, 0xf5].filter((first) => (bytes[at] ?? 0) >= first).length + 1;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at, at + length));
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The index of the first non-ASCII byte, or the length. */
function asciiEnd(bytes: Uint8Array): number {
  const found = bytes.findIndex((byte) => byte >= 0x80);
  return found === -1 ? bytes.length : found;
}
