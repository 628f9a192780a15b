import { HttpError } from '../http/http-error.ts';
import type { ShowDraft } from './show-draft.ts';
import type { Candidate, Reach, Source } from './source.ts';

export interface FetchedShow {
  readonly draft: ShowDraft;
  /** Sources that failed after another one returned the show: their additions are missing. */
  readonly failed: readonly { readonly source: Source; readonly message: string }[];
}

/** Shows with that title, from the first source that can search, best match first. @throws {HttpError} */
export async function searchShows(
  sources: readonly Source[],
  query: string,
  reach: Reach,
): Promise<readonly Candidate[]> {
  const source = sources.find(({ search }) => search !== undefined);
  return (await source?.search?.(query, reach)) ?? [];
}

/**
 * Fetches a show from all sources, one after the other.
 *
 * @param id the identifier of a candidate
 * @throws {HttpError} if the first source fails, or the caller cancels
 */
export async function fetchShow(
  sources: readonly Source[],
  id: string,
  reach: Reach,
): Promise<FetchedShow> {
  let draft: ShowDraft | undefined;
  const failed: { source: Source; message: string }[] = [];
  for (const source of sources) {
    try {
      draft = await source.fetch(id, draft, reach);
    } catch (error) {
      const isOver = draft === undefined || !(error instanceof HttpError);
      if (isOver || error.failure === 'canceled') throw error;
      failed.push({ source, message: error.message });
    }
  }
  if (draft === undefined) throw new Error('no source was asked');
  return { draft, failed };
}
