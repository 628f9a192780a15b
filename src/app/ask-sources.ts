import manifest from '../../package.json' with { type: 'json' };
import { HttpError } from '../http/http-error.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import { connect } from '../sources/connection.ts';
import type { Reach, Source, SourceProgress } from '../sources/source.ts';
import type { SourceName } from '../sources/source-name.ts';
import { SOURCES } from '../sources/sources.ts';
import { errno } from '../store/disk/errno.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';
import { addedFolder } from '../store/library/folders.ts';
import type { Host } from './host.ts';

/** The inputs of adding and updating shows. */
export interface SourceRequest {
  readonly host: Host;
  /** The folders of `--library`. */
  readonly library: readonly string[] | undefined;
  /** The names of the sources to use; all of them by default. */
  readonly sources?: readonly SourceName[] | undefined;
  readonly isOffline: boolean;
  /** Aborting it stops all work immediately and leaves nothing half done. */
  readonly signal: AbortSignal;
  readonly report: (progress: SourceProgress) => void;
}

/**
 * Runs work that connects to the sources and reads the library. Network and disk errors become messages for the user;
 * those of a canceled run are passed on.
 *
 * @throws {UserError}; any error if the signal was aborted
 */
export async function askSources<T>(
  { host, isOffline, signal, report }: SourceRequest,
  work: (reach: Reach) => Promise<T>,
): Promise<T> {
  const { version } = manifest;
  const reach = await connect({ env: host.env, version, isOffline, signal, report });
  try {
    return await work(reach);
  } catch (error) {
    if (signal.aborted || error instanceof UserError) throw error;
    if (error instanceof HttpError) throw new UserError(error.message);
    // what writes has words of its own for its errors
    throw new UserError(`the library could not be read: ${fileErrorWords(errno(error))}`);
  }
}

/** The sources with these names, in the order of use. @throws {UserError} if none of them lists episodes */
export function selectedSources(names: readonly string[] | undefined): readonly Source[] {
  const selected = SOURCES.filter(({ name }) => names === undefined || names.includes(name));
  if (selected[0]?.search) return selected;
  const lists = SOURCES.filter(({ search }) => search).map(({ name }) => `\`${name}\``);
  throw new UserError(
    `a show needs a source that lists its episodes: ${lists.join(', ')}`,
    EXIT.usage,
  );
}

/** The folder of added shows. @throws {UserError} if the user has no home folder */
export function requireAddedFolder(host: Host): string {
  const root = addedFolder(host);
  if (root !== undefined) return root;
  throw new UserError('there is no home folder to keep added shows in; set `XDG_DATA_HOME`');
}
