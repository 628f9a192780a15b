import { type FixedFile, fixFiles, writeFixedFile } from '../author/fix/fix-files.ts';
import { namedFiles } from '../check/check.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { displayPath } from '../store/disk/display-path.ts';
import type { LibraryFolder } from '../store/library/folders.ts';
import { sanitize } from '../text/sanitize.ts';
import { ask, canAsk } from './ask.ts';
import type { CommandContext } from './command.ts';

/**
 * Shows what can be fixed in the files that were named, as a diff, and writes it after asking. The diff shows hidden
 * text: this is for authors.
 *
 * @param isAgreed writes without asking
 * @returns whether the command continues
 * @throws {UserError} if a file cannot be written; those before it have been
 */
export async function fixRecaps(
  { host, output, setExitCode }: CommandContext,
  paths: readonly string[],
  folders: readonly LibraryFolder[],
  isAgreed: boolean,
): Promise<boolean> {
  const files = fixFiles(namedFiles(paths, folders));
  if (files.length === 0) {
    output.say('nothing to fix automatically');
    return true;
  }
  for (const file of files) output.print(await diffOf(file));
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  if (!isAgreed) {
    if (!canAsk({ host, output })) {
      throw new UserError(`nothing was written; \`--yes\` fixes ${count}`);
    }
    const answer = await ask(`Write these changes to ${count}?`, output, host.stdin);
    if (answer === 'interrupted') {
      setExitCode(EXIT.interrupted);
      return false;
    }
    if (answer === 'no') {
      output.say('nothing was written');
      return true;
    }
  }
  for (const file of files) writeFixedFile(file);
  output.say(`fixed ${count}`);
  return true;
}

/** The changes in a file, with the lines around them. */
async function diffOf({ path, before, after }: FixedFile): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  const name = displayPath(path);
  const isWindows = [before, after].every((text) => !/(?:^|[^\r])\n/.test(text));
  const [old, next] = [before, after].map((text) => {
    return visible(isWindows ? text.replace(/\r\n/g, '\n') : text);
  });
  return createTwoFilesPatch(name, name, old ?? '', next ?? '', undefined, undefined, {
    context: 2,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** A text in which nothing acts on a terminal, and what is taken out of it can be seen. */
function visible(text: string): string {
  if (sanitize(text) === text) return text;
  return text.replace(/[^\n\t -~]/gu, (letter) => {
    if (sanitize(letter) === letter) return letter;
    const code = letter.codePointAt(0) ?? 0;
    return letter === '\r' ? '␍' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
