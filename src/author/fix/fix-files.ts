import { Buffer, isUtf8 } from 'node:buffer';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { INTRODUCTION } from '../../model/introduction.ts';
import { RecapError } from '../../model/problem.ts';
import { RECAP_FIELDS } from '../../model/recap-fields.ts';
import { SHOW_FIELDS } from '../../model/show-fields.ts';
import { UserError } from '../../model/user-error.ts';
import { displayPath } from '../../store/disk/display-path.ts';
import { errno } from '../../store/disk/errno.ts';
import { fileErrorWords } from '../../store/disk/file-error.ts';
import { replaceFile } from '../../store/disk/replace-file.ts';
import { readWhole } from '../../store/library/file.ts';
import { fixText } from './fix-text.ts';

/** A file with what was found to be fixed in it. Both texts may hold secrets. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The files in which something can be fixed. Unreadable ones are left to the checker, which reports them. */
export function fixFiles(paths: readonly string[]): FixedFile[] {
  return paths.flatMap((path): FixedFile[] => {
    const before = textOf(path);
    if (before === undefined) return [];
    const isShow = basename(path) === `${INTRODUCTION}.md`;
    const after = fixText(before, isShow ? SHOW_FIELDS : RECAP_FIELDS);
    return after === before ? [] : [{ path, before, after }];
  });
}

function textOf(path: string): string | undefined {
  try {
    const bytes = readWhole(path);
    return isUtf8(bytes) ? Buffer.from(bytes).toString() : undefined;
  } catch (error) {
    if (error instanceof RecapError) return undefined;
    throw error;
  }
}

/**
 * Replaces a file by its fixed version. Its permissions stay the same, and so does a symbolic link to it.
 *
 * @throws {UserError} if it is read-only, was changed since it was read, or cannot be written
 */
export function writeFixedFile({ path, before, after }: FixedFile): void {
  const name = displayPath(path);
  try {
    const file = realpathSync(path);
    const { mode } = statSync(file);
    // renaming would replace it all the same
    if ((mode & 0o222) === 0) throw new UserError(`${name} is read-only; not changed`);
    if (readFileSync(file, 'utf8') !== before) {
      throw new UserError(`${name} was changed in the meantime; run this again`);
    }
    replaceFile(file, after, mode);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${name} cannot be written: ${fileErrorWords(errno(error))}`);
  }
}
