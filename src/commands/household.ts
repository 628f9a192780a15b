import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { openProgress, type Progress } from '../progress/log.ts';
import { DEFAULT_PROFILE, profileFolder, readProfileName } from '../progress/profile.ts';
import { EXIT, UserError } from '../terminal/user-error.ts';

/** Whose place is read and recorded: `--profile`, else `RECAP_PROFILE`, else the default. @throws {UserError} */
export function ownProfile(option: string | undefined, env: NodeJS.ProcessEnv): string {
  return profileName(option ?? (env.RECAP_PROFILE || DEFAULT_PROFILE));
}

/** Somebody who reads along (`--with`). */
export interface Companion {
  readonly name: string;
  readonly progress: Progress;
  /** Something has been recorded for them; else every gate is closed to them. */
  readonly isKnown: boolean;
}

/**
 * Those who read along, each once.
 *
 * @param folder the state folder; `undefined`: there is none, and nothing has been watched
 * @throws {UserError}
 */
export function companions(names: readonly string[], folder: string | undefined): Companion[] {
  return [...new Set(names.map(profileName))].map((name) => {
    const own = folder === undefined ? null : profileFolder(folder, name);
    const progress = openProgress({ folder: own, device: hostname(), now: () => new Date() });
    return { name, progress, isKnown: own !== null && existsSync(own) };
  });
}

function profileName(text: string): string {
  const name = readProfileName(text);
  if (name !== undefined) return name;
  throw new UserError(
    `\`${text}\` is no name of a profile; write up to 32 letters from a to z, digits, \`_\` and \`-\``,
    EXIT.usage,
  );
}
