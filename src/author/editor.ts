import { spawn } from 'node:child_process';
import { EXIT, UserError } from '../model/user-error.ts';

/**
 * Opens a file in the editor that `$VISUAL` or `$EDITOR` names, arguments allowed (`code --wait`), and waits
 * for it to end.
 *
 * @throws {UserError} where none is named, or it cannot be started or fails
 */
export async function editFile(path: string): Promise<void> {
  const [command, ...args] = (process.env.VISUAL || process.env.EDITOR || '').trim().split(/\s+/);
  if (!command) {
    throw new UserError('no editor is set; set `VISUAL` or `EDITOR`', EXIT.usage);
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    spawn(command, [...args, path], { stdio: 'inherit', shell: process.platform === 'win32' })
      .on('error', () => reject(new UserError(`the editor \`${command}\` failed to start`)))
      .on('exit', resolve);
  });
  if (code !== 0) throw new UserError(`the editor \`${command}\` failed`);
}
