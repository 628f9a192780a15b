import { UserError } from '../model/user-error.ts';
import { fetchShow } from '../sources/fetch-show.ts';
import type { Reach, Source } from '../sources/source.ts';
import type { ShowRecord } from '../store/added/added-show.ts';
import {
  askSources,
  requireAddedFolder,
  type SourceRequest,
  selectedSources,
} from './ask-sources.ts';
import { allAdded, findAdded, type NamedShow } from './find-added.ts';
import type { KeepOptions } from './keep-show.ts';
import { openLibrary } from './open-library.ts';
import { refreshShow } from './refresh-show.ts';

/** The result of updating a show. It reveals nothing of any text. */
export interface UpdatedReport {
  readonly slug: string;
  readonly title: string;
  /** `failed`: nothing changed, for the given reason. */
  readonly outcome: 'updated' | 'unchanged' | 'failed';
  readonly newEpisodes: number;
  readonly message: string | null;
}

/**
 * Fetches added shows again, one after another by slug, never in the order of use. A show that cannot be updated is
 * reported, and the others continue.
 *
 * @param queries slugs or titles; all added shows if it is empty
 * @throws {UserError} if a query matches no added show; any error if the signal was aborted
 */
export async function* updateShows(
  queries: readonly string[],
  request: SourceRequest,
): AsyncGenerator<UpdatedReport> {
  const root = requireAddedFolder(request.host);
  const library = openLibrary(request.library, request.host);
  const added = await allAdded(root, library);
  const named = await Promise.all(queries.map((query) => findAdded(added, query, library)));
  const chosen = added.filter((show) => queries.length === 0 || named.includes(show));
  for (const show of chosen) {
    const { slug, title } = show;
    try {
      const known = await library.listShows();
      yield { slug, title, ...(await update(show, { root, known, request })), message: null };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      yield { slug, title, outcome: 'failed', newEpisodes: 0, message: error.message };
    }
  }
}

interface UpdateOptions {
  readonly root: string;
  readonly known: KeepOptions['known'];
  readonly request: SourceRequest;
}

async function update(
  { record }: NamedShow,
  { root, known, request }: UpdateOptions,
): Promise<{ outcome: 'updated' | 'unchanged'; newEpisodes: number }> {
  const sources = selectedSources(request.sources ?? record.sources);
  return askSources(request, async (reach) => {
    if (await isUnchanged(sources, record, reach)) return { outcome: 'unchanged', newEpisodes: 0 };
    const { draft, failed } = await fetchShow(sources, record.id, reach);
    const lost = failed.find(({ source }) => record.revisions[source.name] !== undefined);
    // without what it contributed before, texts would disappear
    if (lost) throw new UserError(`${lost.source.title}: ${lost.message}`);
    if (draft.episodes.length === 0 && record.episodes.length > 0) {
      throw new UserError('its episodes are not listed any more; nothing was changed');
    }
    const today = request.host.now().toISOString().slice(0, 10);
    const names = sources.map(({ name }) => name);
    const { host, signal } = request;
    const kept = await refreshShow(draft, { host, root, known, today, signal, sources: names });
    const outcome = kept.outcome === 'unchanged' ? 'unchanged' : 'updated';
    return { outcome, newEpisodes: kept.newEpisodes };
  });
}

/** Whether every source says that nothing has changed. A source that cannot tell must be fetched again. */
async function isUnchanged(
  sources: readonly Source[],
  record: ShowRecord,
  reach: Reach,
): Promise<boolean> {
  for (const source of sources) {
    const revision = record.revisions[source.name];
    if (revision === undefined) return false;
    if (!(await source.isUnchanged(record.id, revision, reach))) return false;
  }
  return sources.every(({ name }) => record.sources.includes(name));
}
