/** The constants of FNV-1a for 32 bits, of which this is a form that takes four bytes at a time. */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** A checksum as eight hexadecimal digits: it tells what is damaged, not what somebody forged. */
export function checksum(bytes: Uint8Array): string {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  let hash = OFFSET_BASIS ^ aligned.length;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ (words[at] ?? 0), PRIME);
  for (const byte of aligned.subarray(words.length * 4)) hash = Math.imul(hash ^ byte, PRIME);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
