import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Document, isMap, parseDocument } from 'yaml';
import { EXIT, UserError } from '../../model/user-error.ts';
import { displayPath } from '../disk/display-path.ts';
import { errno } from '../disk/errno.ts';
import { fileErrorWords } from '../disk/file-error.ts';
import { makeFolder } from '../disk/make-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { readConfigText } from './config-file.ts';

/**
 * Sets a key of `config.yaml`, which is made if it is missing. All else in it stays, comments too.
 *
 * @param schema the address of the JSON Schema, for the first line of a new file
 * @throws {UserError} if the file cannot be read or written
 */
export function setInConfig(path: string, name: string, value: unknown, schema: string): void {
  const text = readConfigText(path) ?? `# yaml-language-server: $schema=${schema}\n`;
  const document = parse(path, text);
  if (document.contents === null) {
    // there is nothing yet, or comments
    const above = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    return write(path, above + new Document({ [name]: value }).toString(LAYOUT));
  }
  document.set(name, value);
  write(path, document.toString(LAYOUT));
}

/** Takes a key out of `config.yaml`. @returns whether it was there @throws {UserError} */
export function unsetInConfig(path: string, name: string): boolean {
  const text = readConfigText(path);
  if (text === undefined) return false;
  const document = parse(path, text);
  if (document.contents === null || !document.delete(name)) return false;
  const isEmpty = isMap(document.contents) && document.contents.items.length === 0;
  const comments = /^(?:[ \t]*(?:#.*)?\r?\n)*/.exec(text)?.[0] ?? '';
  write(path, isEmpty ? comments : document.toString(LAYOUT));
  return true;
}

/** Long values stay on their line. */
const LAYOUT = { lineWidth: 0 };

/** @throws {UserError} */
function parse(path: string, text: string): Document {
  const document: Document = parseDocument(text, { uniqueKeys: false });
  const [error] = document.errors;
  if (error || (document.contents !== null && !isMap(document.contents))) {
    const line = error?.linePos?.[0].line ?? 1;
    throw new UserError(
      `${displayPath(path)}:${line}: invalid YAML, so nothing was changed; fix it first`,
      EXIT.usage,
    );
  }
  return document;
}

/** Writes the file as a whole, or not at all. What a link leads to is replaced, not the link. @throws {UserError} */
function write(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
    const target = isThere(path) ? realpathSync(path) : path;
    replaceFile(target, text, isThere(target) ? statSync(target).mode & 0o777 : 0o644);
  } catch (error) {
    throw new UserError(`cannot write ${displayPath(path)}: ${fileErrorWords(errno(error))}`);
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
