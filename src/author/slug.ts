import { Buffer } from 'node:buffer';
import { isReservedOnWindows } from '../system/file-names.ts';

/** In code units and bytes: a file system allows 255 bytes, and an extension is added. */
const MAX_LETTERS = 80;
const MAX_BYTES = 200;

/** A letter or digit with what belongs to it, such as a vowel sign. */
const CLUSTER = /[^\p{M}]\p{M}*/gu;

/**
 * A name for a file or folder made of a title: letters and digits in lower case, joined by `-`. Latin letters lose
 * their accents; other scripts stay whole, as their marks make other letters (`ガ` is no `カ`, `й` no `и`).
 * `undefined` if the title has neither letters nor digits.
 */
export function slugOf(title: string): string | undefined {
  const text = title
    .normalize('NFC')
    .replace(/[\uff01-\uffef]+/g, (wide) => wide.normalize('NFKC'))
    .replace(/\p{Script=Latin}\p{M}*/gu, (letter) =>
      letter.normalize('NFKD').replace(/\p{M}+/gu, ''),
    )
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]|\u200c|\u200d|\u20e3|[\ufe00-\ufe0f]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/(?<![\p{L}\p{M}\p{N}])\p{M}+/gu, '');
  let slug = '';
  for (const [cluster] of text.replace(/^-+/, '').matchAll(CLUSTER)) {
    const longer = slug + cluster;
    if (longer.length > MAX_LETTERS || Buffer.byteLength(longer) > MAX_BYTES) break;
    slug = longer;
  }
  const name = slug.replace(/-+$/, '');
  if (isReservedOnWindows(name)) return `${name}_`;
  return name || undefined;
}
