/** What the first bytes of a file say about it. */
export type Signature = 'zip' | 'gzip' | 'packed' | 'spreadsheet' | 'plain';

const SIGNATURES: readonly [Signature, readonly number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // without files, and in several parts
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['zip', [0x50, 0x4b, 0x07, 0x08]],
  ['gzip', [0x1f, 0x8b]],
  // 7z, RAR, bzip2, xz, Zstandard
  ['packed', [0x37, 0x7a, 0xbc, 0xaf]],
  ['packed', [0x52, 0x61, 0x72, 0x21]],
  ['packed', [0x42, 0x5a, 0x68]],
  ['packed', [0xfd, 0x37, 0x7a, 0x58]],
  ['packed', [0x28, 0xb5, 0x2f, 0xfd]],
  // the old format of Excel
  ['spreadsheet', [0xd0, 0xcf, 0x11, 0xe0]],
];

/** Where a tape archive says that it is one. */
const TAR = { at: 257, magic: 'ustar' };

export function signatureOf(beginning: Uint8Array): Signature {
  const tar = Buffer.from(beginning.subarray(TAR.at, TAR.at + TAR.magic.length));
  if (tar.toString('latin1') === TAR.magic) return 'packed';
  const found = SIGNATURES.find(([, magic]) => {
    return magic.every((byte, index) => beginning[index] === byte);
  });
  return found?.[0] ?? 'plain';
}
