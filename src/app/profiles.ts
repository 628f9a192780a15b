import { existsSync, readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { EXIT, UserError } from '../model/user-error.ts';
import { openProgress, type ProgressLog } from '../store/progress/log.ts';
import {
  DEFAULT_PROFILE,
  PROFILES,
  profileFolder,
  readProfileName,
} from '../store/progress/profile.ts';

/** Whose place is read and recorded: `--profile`, else `RECAP_PROFILE`, else the default. @throws {UserError} */
export function ownProfile(option: string | undefined, env: NodeJS.ProcessEnv): string {
  return profileName(option ?? (env.RECAP_PROFILE || DEFAULT_PROFILE));
}

/** Somebody who reads along (`--with`). */
export interface Companion {
  readonly name: string;
  readonly progress: ProgressLog;
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

/** The profiles of which something is recorded, and the default one. */
export function profileNames({
  rootFolder,
}: {
  readonly rootFolder: string | undefined;
}): string[] {
  if (rootFolder === undefined) return [DEFAULT_PROFILE];
  try {
    const names = readdirSync(join(rootFolder, PROFILES)).filter((name) => {
      return readProfileName(name) === name;
    });
    return [DEFAULT_PROFILE, ...names.sort()];
  } catch {
    return [DEFAULT_PROFILE];
  }
}
