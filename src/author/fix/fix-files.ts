import { Buffer, isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { INTRODUCTION } from '../../model/introduction.ts';
import { RecapError } from '../../model/problem.ts';
import { RECAP_FIELDS } from '../../model/recap-fields.ts';
import { SHOW_FIELDS } from '../../model/show-fields.ts';
import { UserError } from '../../model/user-error.ts';
import { displayPath } from '../../store/disk/display-path.ts';
import { fileErrorWords } from '../../store/disk/file-error.ts';
import { readWhole } from '../../store/library/file.ts';
import { fixText } from './fix-text.ts';

/** A file with what was found to be fixed in it. Both texts may hold secrets. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Those of the files in which something can be fixed. One that cannot be read is left to the checker. */
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
 * Writes a fixed file as a whole, in place of the one that was read; its permissions stay, and so does a link to it.
 *
 * @throws {UserError} where it is read-only, has changed since then, or cannot be written
 */
export function writeFixedFile({ path, before, after }: FixedFile): void {
  const name = displayPath(path);
  let temporary: string | undefined;
  try {
    const file = realpathSync(path);
    const { mode } = statSync(file);
    // renaming would replace it all the same
    if ((mode & 0o222) === 0) throw new UserError(`${name} is read-only; not changed`);
    if (readFileSync(file, 'utf8') !== before) {
      throw new UserError(`${name} was changed in the meantime; run this again`);
    }
    temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
    writeFileSync(temporary, after, { flag: 'wx', mode });
    renameSync(temporary, file);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    if (error instanceof UserError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UserError(`${name} cannot be written: ${fileErrorWords(code)}`);
  }
}
