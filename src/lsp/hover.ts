import { basename } from 'node:path';
import type { Hover, Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { flatBody } from '../check/passages.ts';
import type { Gate } from '../model/episode.ts';
import type { Fields } from '../model/field.ts';
import { INTRODUCTION } from '../model/introduction.ts';
import { RECAP_FIELDS } from '../model/recap-fields.ts';
import { SHOW_FIELDS } from '../model/show-fields.ts';
import { before, bodyLine } from './front-matter-position.ts';
import type { OpenShow } from './open-show.ts';
import { pathOf } from './workspace.ts';

/** When what stands at a position opens; in front matter, what its key is. `null` if there is nothing to say. */
export function hoverAt(document: TextDocument, position: Position, show: OpenShow): Hover | null {
  const path = pathOf(document.uri);
  if (path === undefined) return null;
  const first = bodyLine(document);
  if (position.line < first) return hoverOfKey(document, position, path);
  const { recaps, show: read } = show.read();
  const recap = recaps.find(({ file }) => file.path === path);
  if (!recap) return null;
  const at = offsetIn(
    recap.file.body,
    position.line + 1 - recap.file.split.bodyLine,
    position.character,
  );
  const { passages, spoilers } = flatBody(recap, read.order);
  const passage = passages.find(({ offset, text }) => offset <= at && at < offset + text.length);
  if (passage) return say(gateText(passage.gate));
  // between passages are the markers of a spoiler: the last one that begins before
  const spoiler = spoilers.findLast(
    ({ spoiler }) => spoiler.form !== 'body' && spoiler.offset <= at,
  );
  return spoiler ? say(gateText(spoiler.gate)) : null;
}

function hoverOfKey(document: TextDocument, position: Position, path: string): Hover | null {
  const line = document.getText({
    start: { line: position.line, character: 0 },
    end: { line: position.line + 1, character: 0 },
  });
  const key = /^([\w-]+):/.exec(line)?.[1];
  const fields: Fields = basename(path) === `${INTRODUCTION}.md` ? SHOW_FIELDS : RECAP_FIELDS;
  const isOnKey = key !== undefined && before(document, position).length <= key.length;
  const field = isOnKey && Object.hasOwn(fields, key) ? fields[key] : undefined;
  return field ? say(field.about) : null;
}

function gateText(gate: Gate | undefined): string {
  if (gate === undefined) return 'Everyone can read this.';
  return gate === null ? 'Opens only for a peek.' : `Opens after ${gate}.`;
}

function say(value: string): Hover {
  return { contents: { kind: 'markdown', value } };
}

/** The offset of a line and column, both from 0, in UTF-16 code units. */
function offsetIn(text: string, line: number, column: number): number {
  let start = 0;
  for (let count = 0; count < line; count++) {
    const end = text.indexOf('\n', start);
    if (end === -1) return text.length;
    start = end + 1;
  }
  return start + column;
}
