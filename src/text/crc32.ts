/**
 * The CRC-32 of ISO 3309 (that of gzip and PNG) over the text's UTF-8 bytes, from 0 to 2³² - 1. It finds
 * every flipped bit, which a hash only makes likely. Node has its own only from 20.15 on.
 */
export function crc32(text: string): number {
  let rest = -1;
  const bytes = Buffer.from(text);
  // An index loop: an iterator costs several times as much before the code is optimized.
  for (let at = 0; at < bytes.length; at++) {
    rest = (TABLE[(rest ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (rest >>> 8);
  }
  return ~rest >>> 0;
}

const TABLE = new Int32Array(256);
for (let byte = 0; byte < TABLE.length; byte++) {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  TABLE[byte] = rest;
}
