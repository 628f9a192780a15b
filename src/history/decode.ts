/**
 * The text of a history file. A byte order mark decides; without one, bytes of zero in every second place
 * mean UTF-16; what is not UTF-8 is taken as Windows-1252, as spreadsheets save it.
 */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes).replaceAll('\0', '');
}

/** Whether the bytes are an archive or a compressed file, which must be unpacked first. */
export function isPacked(bytes: Uint8Array): boolean {
  return PACKED.some((magic) => magic.every((byte, index) => bytes[index] === byte));
}

/** ZIP, gzip, 7z, RAR. */
const PACKED = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
] as const;

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const beginning = bytes.subarray(0, 64);
  const zeros = (odd: 0 | 1) =>
    beginning.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeros(1) > beginning.length / 4) return 'utf-16le';
  if (zeros(0) > beginning.length / 4) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
