import { EXIT, UserError } from '../../model/user-error.ts';
import type { Setting, WrittenIn } from './settings.ts';

/**
 * Makes sure that a text is a value of a setting.
 *
 * @param name what to call it
 * @param where the file and line that it is in, if it is in a file
 * @throws {UserError} saying what to write
 */
export function requireValid(
  setting: Setting,
  text: string,
  at: WrittenIn,
  name: string,
  where?: string,
): void {
  if (setting.read(text, at) !== undefined) return;
  const message = `invalid value for ${name}; use ${setting.values}`;
  throw new UserError(where === undefined ? message : `${where}: ${message}`, EXIT.usage);
}
