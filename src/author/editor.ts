import { spawn } from 'node:child_process';
import { EXIT, UserError } from '../model/user-error.ts';
import { editorCommand } from '../system/editor-command.ts';
import { SYSTEM } from '../system/system.ts';

/** What a shell exits with for a program that it cannot run, or cannot find. */
const NOT_STARTED: readonly (number | null)[] = [126, 127];

/**
 * Opens a file in the editor that `$VISUAL` or `$EDITOR` names, as the shell reads it (`code --wait`, `"/my dir/edit" -x`), and
 * waits until it exits.
 *
 * @throws {UserError} if none is named, or it cannot be started or fails
 */
export async function editFile(path: string): Promise<void> {
  const editor = (process.env.VISUAL || process.env.EDITOR || '').trim();
  if (!editor) {
    throw new UserError('no editor is set; set `VISUAL` or `EDITOR`', EXIT.usage);
  }
  const { file, args, isVerbatim } = editorCommand(editor, path, SYSTEM);
  const notStarted = new UserError(`the editor \`${editor}\` failed to start`);
  const code = await new Promise<number | null>((resolve, reject) => {
    spawn(file, args, { stdio: 'inherit', windowsVerbatimArguments: isVerbatim })
      .on('error', () => reject(notStarted))
      .on('exit', resolve);
  });
  if (NOT_STARTED.includes(code)) throw notStarted;
  if (code !== 0) throw new UserError(`the editor \`${editor}\` failed`);
}
