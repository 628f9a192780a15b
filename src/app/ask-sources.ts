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

/** What adding and updating shows works with. */
export interface SourceRequest {
  readonly host: Host;
  /** The folders of `--library`. */
  readonly library: readonly string[] | undefined;
  /** The names of the sources to ask; all of them if it is not given. */
  readonly sources?: readonly SourceName[] | undefined;
  readonly isOffline: boolean;
  /** Aborting it ends all work at once; nothing half is left. */
  readonly signal: AbortSignal;
  readonly report: (progress: SourceProgress) => void;
}

/**
 * Does what connects to the sources and writes what they gave. Failures of the network and the disk become sentences
 * for the user; those of a canceled run stay what they are.
 *
 * @throws {UserError}; where the signal was aborted, whatever came of that
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
    const why = fileErrorWords(errno(error));
    throw new UserError(`the show could not be written: ${why}; nothing was changed`);
  }
}

/** The sources of these names, in the order in which they are asked. @throws {UserError} where none lists episodes */
export function selectedSources(names: readonly string[] | undefined): readonly Source[] {
  const selected = SOURCES.filter(({ name }) => names === undefined || names.includes(name));
  if (selected[0]?.search) return selected;
  const lists = SOURCES.filter(({ search }) => search).map(({ name }) => `\`${name}\``);
  throw new UserError(
    `a show needs a source that lists its episodes: ${lists.join(', ')}`,
    EXIT.usage,
  );
}

/** The folder of added shows. @throws {UserError} where this user has no home */
export function requireAddedFolder(host: Host): string {
  const root = addedFolder(host);
  if (root !== undefined) return root;
  throw new UserError('there is no home folder to keep added shows in; set `XDG_DATA_HOME`');
}
