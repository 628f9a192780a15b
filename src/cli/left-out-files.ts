import type { LeftOutFile, LeftOutReason, ReadHistories } from '../app/import-histories.ts';
import { HISTORY_FORMATS } from '../history/formats.ts';
import { UserError } from '../model/user-error.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';
import type { Output } from '../terminal/output.ts';

/**
 * Says which files were left out, and why. Those of a folder or an archive that are no histories are counted
 * in the report only.
 *
 * @throws {UserError} if none is a history
 */
export function sayLeftOut(
  output: Output,
  paths: readonly string[],
  { files, leftOut }: Pick<ReadHistories, 'files' | 'leftOut'>,
): void {
  const sentences = leftOut.filter(isWorthSaying).map(sentence);
  if (files > 0) {
    for (const words of sentences) output.say(`left out: ${words}`);
    return;
  }
  const last = sentences.pop();
  for (const words of sentences) output.say(words);
  const where = paths.map((path) => `\`${path}\``).join(', ');
  throw new UserError(last ?? `no watch history in ${where}; ${works()}`);
}

function isWorthSaying({ isNamed, reason: { kind } }: LeftOutFile): boolean {
  return isNamed || !['unknown', 'unknown-table', 'empty', 'other'].includes(kind);
}

function sentence({ label, reason }: LeftOutFile): string {
  return `\`${label}\` ${because(reason)}`;
}

function because(reason: LeftOutReason): string {
  switch (reason.kind) {
    case 'missing':
      return 'no longer exists';
    case 'not-a-file':
      return 'is neither a file nor a folder';
    case 'empty':
      return 'is empty';
    case 'unknown':
      return `is not a watch history that recap knows; ${works()}`;
    case 'unknown-table':
      return 'is a table that recap does not know; one with the columns `show`, `season` and `episode` works (docs/import.md)';
    case 'other':
      return `comes from ${reason.record.name}: it holds ${reason.record.holds}, not watched episodes`;
    case 'damaged':
    case 'corrupt':
      return reason.kind === 'damaged' && reason.line !== null
        ? `has no episode code in line ${reason.line}; write it as \`S01E04\``
        : 'is truncated or corrupt; download it again';
    case 'spreadsheet':
      return 'is a spreadsheet; save it as CSV and import that';
    case 'packed':
      return 'is packed in a way that recap does not read; unpack it and import the folder';
    case 'encrypted':
      return 'is encrypted; unpack it and import the folder';
    case 'too-large':
      return `has more than ${reason.megabytes} MB; split it`;
    case 'too-many':
      return `has more than ${reason.files} files; import those that are histories`;
    case 'failed':
      return `cannot be read: ${fileErrorWords(reason.code)}`;
  }
}

function works(): string {
  const services = [...new Set(HISTORY_FORMATS.map(({ service }) => service))];
  const last = services.pop();
  return `recap reads ${services.join(', ')} and ${last}`;
}
