import type { System } from './system.ts';

/** A program to start. */
export interface EditorCommand {
  readonly file: string;
  readonly args: readonly string[];
  /** Windows: the arguments are written as they are, since `cmd` has rules of its own. */
  readonly isVerbatim: boolean;
}

/**
 * How to open a file in an editor that `$VISUAL` or `$EDITOR` names. As Git does, the shell reads the value, so it may
 * have quotes, empty arguments, `~` and variables.
 *
 * @param path of the file; no shell reads it
 */
export function editorCommand(editor: string, path: string, system: System): EditorCommand {
  if (system.platform !== 'win32') {
    return { file: 'sh', args: ['-c', `${editor} "$@"`, editor, path], isVerbatim: false };
  }
  // `/s` takes off the outer quotes alone; no file name on Windows contains quotes
  const line = `"${editor} "${path}""`;
  return { file: 'cmd.exe', args: ['/d', '/s', '/c', line], isVerbatim: true };
}
