import { UserError } from '../model/user-error.ts';
import { decodedText } from './charset.ts';

/** A page from an archive saved by a browser (`.mhtml`), and the URL it was saved from. */
export interface ArchivedPage {
  readonly html: string;
  readonly address: string | undefined;
}

/** Whether a file is a MIME archive of a page (RFC 2557). */
export function isArchive(head: string): boolean {
  const isMail =
    /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+/.exec(head.replace(/\r\n?/g, '\n'))?.[0] ?? '';
  return (
    /^MIME-Version:/im.test(isMail) && /^Content-Type:\s*(?:multipart\/|text\/html)/im.test(isMail)
  );
}

/** Reads the first page in an archive. @throws {UserError} if it has none */
export function archivedPage(bytes: Uint8Array): ArchivedPage {
  const text = Buffer.from(bytes).toString('latin1').replace(/\r\n?/g, '\n');
  const page = pageIn(text, undefined, 0);
  if (!page) throw new UserError('the archive contains no page; save the page again as HTML');
  return page;
}

function pageIn(part: string, outer: string | undefined, depth: number): ArchivedPage | undefined {
  const end = part.search(/\n[ \t]*\n/);
  if (end === -1 || depth > 4) return undefined;
  const headers = part.slice(0, end).replace(/\n[ \t]+/g, ' ');
  const header = (name: string) =>
    new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(headers)?.[1]?.trim();
  const type = header('Content-Type') ?? '';
  const address = header('Snapshot-Content-Location') ?? header('Content-Location') ?? outer;
  const body = part.slice(end).replace(/^\n[ \t]*\n/, '');
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (/^multipart\//i.test(type) && mark !== undefined) {
    for (const inner of body.split(`--${mark}`).slice(1)) {
      const found = pageIn(inner.replace(/^[ \t]*\n/, ''), address, depth + 1);
      if (found) return found;
    }
    return undefined;
  }
  if (!/^text\/html|^application\/xhtml/i.test(type)) return undefined;
  const bytes = decodedBody(body, header('Content-Transfer-Encoding') ?? '');
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1];
  const isWeb = address !== undefined && /^https?:/i.test(address);
  return { html: decodedText(bytes, charset), address: isWeb ? address : undefined };
}

function decodedBody(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1');
  const text = body
    .replace(/=[ \t]*\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return Buffer.from(text, 'latin1');
}
