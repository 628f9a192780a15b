import { UserError } from '../model/user-error.ts';
import type { Article } from './article.ts';
import { decodedText } from './charset.ts';
import { archivedPage, isArchive } from './mhtml.ts';
import { articleOfPage } from './page.ts';
import { articleOfText } from './text.ts';

/** What is known about a file besides its bytes. */
export interface Origin {
  /** The URL it was fetched from. */
  readonly address?: string | undefined;
  /** The charset that came with it. */
  readonly charset?: string | undefined;
}

/** Formats that contain no article text, by their first bytes, and what to do instead. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'it is a PDF; open it and save or copy its text'],
  [/^\{\\rtf/, 'it is RTF; save it as plain text'],
  [/^bplist00/, 'it is a Safari web archive; save the page as HTML'],
  [/^PK[\s\S]{28}mimetypeapplication\/epub/, 'it is an EPUB; convert it to HTML first'],
  [
    /^PK[^ -~][\s\S]*?(?:\[Content_Types\]|word\/)/,
    'it is a Word document; save it as HTML or plain text',
  ],
  [/^PK[^ -~]/, 'it is a ZIP archive; unpack it and convert the page inside'],
  [/^[^ -~\s]\x8b/, 'it is compressed; unpack it first'],
  [/^\xd0\xcf[^ -~]\xe0/, 'it is a Word document; save it as HTML or plain text'],
  [/^(?:\x89PNG|GIF8|\xff\xd8\xff|RIFF)/, 'it is a picture; recap reads text'],
  [
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)\b/i,
    'it is a feed; open the article that it links to and save that page',
  ],
  [
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:opml|urlset|sitemapindex|plist|svg)\b/i,
    'it is an XML file and no page; save the page as HTML',
  ],
];

/** The start of a page: a tag that only HTML has. */
const PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|section|header|nav|div|p|h[1-6]|meta|title|link|script|style|table|ul|ol|dl|span|center|font|blockquote|figure|details|base)\b/i;

/**
 * Reads a file as an article: a page, an archive of one, Markdown or plain text.
 *
 * @throws {UserError} if it is none of these, saying what to do
 */
export function readArticle(bytes: Uint8Array, { address, charset }: Origin = {}): Article {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const refusal = REFUSED.find(([pattern]) => pattern.test(head));
  if (refusal) throw new UserError(refusal[1]);
  if (isArchive(head)) {
    const page = archivedPage(bytes);
    return articleOfPage(page.html, page.address ?? address);
  }
  const text = decodedText(bytes, charset);
  if (text.trim() === '') throw new UserError('it is empty');
  if (PAGE.test(text)) return articleOfPage(text, address);
  if (/^\s*[{[]/.test(text) && isJson(text)) {
    throw new UserError('it is JSON, not a page; save the page itself as HTML');
  }
  if (text.slice(0, 4096).includes('\0'))
    throw new UserError('it is not text; save the page as HTML');
  return articleOfText(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
