/** What systems and file systems say that cannot sync a folder at all, such as network drives. */
const CANNOT_SYNC = new Set([
  'EINVAL',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EISDIR',
  'EPERM',
  'EACCES',
  'EBADF',
]);

/**
 * Whether a failed sync of a folder means that folders cannot be synced there, so that nothing more can be done. Others,
 * such as `EIO`, mean that what was written may be lost.
 *
 * @param code such as `EINVAL`
 */
export function cannotSyncFolders(code: string): boolean {
  return CANNOT_SYNC.has(code);
}
