/**
 * The CRC-32 of ISO 3309 (that of gzip and PNG) over the text's UTF-8 bytes, from 0 to 2³² - 1. It finds
 * every flipped bit, which a hash only makes likely. Node has its own only from 20.15 on.
 */
export function crc32(text: string): number {
  let rest = -1;
  const bytes = Buffer.from(text);
  // An index loop: an iterator costs several times as much before the code is optimized.
  for (let at = 0; at < bytes.length; at++) {
    rest ^= bytes[at] ?? 0;
    rest = (TABLE[rest & 0xf] ?? 0) ^ (rest >>> 4);
    rest = (TABLE[rest & 0xf] ?? 0) ^ (rest >>> 4);
  }
  return ~rest >>> 0;
}

/** What each half of a byte adds: a table of whole bytes takes longer to make than most logs to check. */
const TABLE = new Int32Array(16);
for (let half = 0; half < TABLE.length; half++) {
  let rest = half;
  for (let bit = 0; bit < 4; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  TABLE[half] = rest;
}
