/** FNV-1a, 32 bit: tells what is damaged, not what somebody forged. */
const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** The checksum of a text's code units, as eight hexadecimal digits. */
export function checksum(text: string): string {
  let hash = OFFSET_BASIS;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
