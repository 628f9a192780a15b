import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { displayPath } from '../store/disk/display-path.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';
import { makeFolder } from '../store/disk/make-folder.ts';

/** Creates a file, and its folders. An existing file is not overwritten. @throws {UserError} */
export function writeNewFile(path: string, text: string): void {
  try {
    makeFolder(dirname(path), 0o777);
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code === 'EEXIST') {
      throw new UserError(`${displayPath(path)} already exists; not overwritten`);
    }
    throw new UserError(`${displayPath(path)} cannot be written: ${fileErrorWords(code)}`);
  }
}
