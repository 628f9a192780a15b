import { isUtf8 } from 'node:buffer';

/** The number of bytes searched for a page's charset, as in browsers. */
const HEAD = 4096;

/**
 * Decodes a page or text: by its byte order mark, the charset declared with it, the one it declares itself, UTF-8 if
 * valid, and otherwise Windows-1252, as browsers do. Line ends become `\n`.
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
  // many pages declare a wrong charset: valid UTF-8 is UTF-8
  if (isUtf8(bytes))
    return known(declared) === 'iso-2022-jp' || known(own) === 'iso-2022-jp'
      ? 'iso-2022-jp'
      : 'utf-8';
  return known(declared) ?? known(own) ?? 'windows-1252';
}

/** The charset with a declared name. UTF-8 and UTF-16 have already been ruled out here. */
function known(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(name.trim());
    return /^utf-/.test(encoding) ? undefined : encoding;
  } catch {
    return undefined;
  }
}
