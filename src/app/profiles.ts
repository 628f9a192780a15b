import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, UserError } from '../model/user-error.ts';
import { PROFILE } from '../store/config/settings.ts';
import { openProgress, type ProgressLog } from '../store/progress/log.ts';
import {
  DEFAULT_PROFILE,
  PROFILES,
  profileFolder,
  readProfileName,
} from '../store/progress/profile.ts';
import { stateFolder } from '../store/progress/state-folder.ts';
import type { Host } from './host.ts';

/** The profile whose progress is used: `--profile`, else what is set. @throws {UserError} */
export function ownProfile(option: string | undefined, { config }: Pick<Host, 'config'>): string {
  return option === undefined ? config.get(PROFILE) : profileName(option);
}

/** Somebody who reads along (`--with`). */
export interface Companion {
  readonly name: string;
  readonly progress: ProgressLog;
  /** Whether they have recorded progress; otherwise every gate is closed to them. */
  readonly isKnown: boolean;
}

/**
 * Those who read along, each once.
 *
 * @param folder the state folder; `undefined` if there is none, so nothing has been watched
 * @throws {UserError}
 */
export function companions(
  names: readonly string[],
  folder: string | undefined,
  host: Host,
): Companion[] {
  return [...new Set(names.map(profileName))].map((name) => {
    const own = folder === undefined ? null : profileFolder(folder, name);
    const progress = openProgress({
      folder: own,
      device: host.device(),
      devices: folder,
      now: host.now,
    });
    return { name, progress, isKnown: own !== null && existsSync(own) };
  });
}

function profileName(text: string): string {
  const name = readProfileName(text);
  if (name !== undefined) return name;
  throw new UserError(`\`${text}\` is not a valid profile name; use ${PROFILE.values}`, EXIT.usage);
}

/** The default profile, followed by all others with progress. */
export function profileNames(host: Host): string[] {
  const state = stateFolder(host);
  if (state.kind === 'no-home') return [DEFAULT_PROFILE];
  try {
    const names = readdirSync(join(state.folder, PROFILES)).filter((name) => {
      return readProfileName(name) === name;
    });
    return [DEFAULT_PROFILE, ...names.sort()];
  } catch {
    return [DEFAULT_PROFILE];
  }
}
