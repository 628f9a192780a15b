/**
 * What a failed file operation means, in words: "the disk is full (ENOSPC)". The code is kept, as that is what
 * can be looked up.
 *
 * @param code as the system gives it, such as `ENOSPC`
 */
export function fileErrorWords(code: string): string {
  const words = WORDS.get(code);
  return words === undefined ? code : `${words} (${code})`;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'its permissions do not allow it'],
  ['EPERM', 'the system does not allow it'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'disk quota exceeded'],
  ['EFBIG', 'the file is too big'],
  ['EIO', 'the disk has failed'],
  ['EBADMSG', 'a line of it is corrupt'],
  ['ENOTDIR', 'a file is where a folder should be'],
  ['EISDIR', 'a folder is where a file should be'],
  ['ENODATA', 'it is only in the cloud; download it'],
  ['EDEADLK', 'it is only in the cloud, and cannot be downloaded now'],
  ['ETIMEDOUT', 'the disk or network drive does not answer'],
  ['ELOOP', 'too many symbolic links'],
]);
