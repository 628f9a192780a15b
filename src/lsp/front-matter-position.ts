import type { Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Where the body of a recap begins: the line below its front matter, from 0; 0 where it has none. */
export function bodyLine(document: TextDocument): number {
  const lines = document.getText().split(/\r\n|\r|\n/);
  if (!/^---[ \t]*$/.test((lines[0] ?? '').replace(/^\uFEFF/, ''))) return 0;
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  return end === -1 ? lines.length : end + 1;
}

/** The line of a position, up to it. */
export function before(document: TextDocument, { line, character }: Position): string {
  return document.getText({ start: { line, character: 0 }, end: { line, character } });
}
