import type { HttpAnswer, HttpRequest } from '../http/client.ts';
import type { ShowDraft } from './show-draft.ts';
import type { SourceName } from './source-name.ts';

/** A show that a source knows, with what a person needs to distinguish it from others with the same title. */
export interface Candidate {
  /** The source's identifier: `tvmaze:82`. */
  readonly id: string;
  readonly title: string;
  /** The years of the first and last episode; `null` if unknown or in the future. */
  readonly year: number | null;
  readonly lastYear: number | null;
  readonly network: string | null;
  readonly country: string | null;
}

/** What a source is doing, for a progress line, in words that reveal nothing of a text. */
export interface SourceProgress {
  readonly source: SourceName;
  /** Such as "episodes" or "plots". */
  readonly what: string;
  readonly done: number;
  readonly total: number;
}

/** How a source reaches its service. */
export interface Reach {
  get(request: HttpRequest): Promise<HttpAnswer>;
  /** Replacement base URLs by source or service, as the user typed them. */
  readonly addresses: Readonly<Partial<Record<ServiceName, string>>>;
  report(progress: SourceProgress): void;
}

/** A service on the network. */
export type ServiceName = 'tvmaze' | 'wikipedia' | 'wikidata';

/** A provider of shows or their texts. */
export interface Source {
  readonly name: SourceName;
  /** Its display name. */
  readonly title: string;
  /** Finds shows by a title. `undefined` for a source that adds texts to what another one lists. */
  readonly search?: (query: string, reach: Reach) => Promise<readonly Candidate[]>;
  /** The identifier of the show whose page this is; `undefined` for any other page. */
  readonly showAt?: (page: URL) => string | undefined;
  /**
   * Fetches a show, or adds to one.
   *
   * @param id an identifier from `search`
   * @param draft the result of the sources earlier in the list
   * @throws {HttpError} if the service is unreachable or its response is invalid
   */
  fetch(id: string, draft: ShowDraft | undefined, reach: Reach): Promise<ShowDraft>;
  /**
   * Whether a show is unchanged since it was fetched, with a single request.
   *
   * @param revision the one that `fetch` stored in the draft
   * @throws {HttpError}
   */
  isUnchanged(id: string, revision: string, reach: Reach): Promise<boolean>;
}
