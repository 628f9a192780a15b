import { isUtf8 } from 'node:buffer';

/** How far into a page its charset is looked for, as browsers do. */
const HEAD = 4096;

/**
 * Decodes a page or text: by its byte order mark, what was declared with it, what it declares itself, UTF-8 if it is that,
 * and else as browsers do for pages that say nothing (Windows-1252). Line ends become `\n`.
 *
 * @param declared the charset in a `Content-Type`
 */
export function decodedText(bytes: Uint8Array, declared?: string): string {
  const text = new TextDecoder(charsetOf(bytes, declared)).decode(bytes);
  return text.replace(/\r\n?/g, '\n');
}

function charsetOf(bytes: Uint8Array, declared: string | undefined): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const own =
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:-]+)/i.exec(head)?.[1];
  // many pages declare what they are not: where it is UTF-8 it is meant as that
  if (isUtf8(bytes))
    return known(declared) === 'iso-2022-jp' || known(own) === 'iso-2022-jp'
      ? 'iso-2022-jp'
      : 'utf-8';
  return known(declared) ?? known(own) ?? 'windows-1252';
}

/** The charset of a name that somebody wrote; UTF-8 and UTF-16 are known to be wrong where this is asked. */
function known(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(name.trim());
    return /^utf-/.test(encoding) ? undefined : encoding;
  } catch {
    return undefined;
  }
}
