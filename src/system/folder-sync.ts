import type { System } from './system.ts';

/** How file systems that cannot sync a folder at all say so, such as network drives. */
const UNSUPPORTED = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EBADF']);

/** How Windows refuses to open a folder like a file, or to sync it. Elsewhere these are errors. */
const REFUSED_BY_WINDOWS = new Set(['EISDIR', 'EPERM', 'EACCES']);

/**
 * Whether a failed sync of a folder means that folders cannot be synced there, so nothing more can be done. Other errors,
 * such as `EIO`, mean that what was written may be lost.
 *
 * @param code such as `EINVAL`
 */
export function cannotSyncFolders(code: string, { platform }: Pick<System, 'platform'>): boolean {
  return UNSUPPORTED.has(code) || (platform === 'win32' && REFUSED_BY_WINDOWS.has(code));
}
