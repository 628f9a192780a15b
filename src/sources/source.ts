import type { HttpAnswer, HttpRequest } from '../http/client.ts';
import type { ShowDraft } from './show-draft.ts';
import type { SourceName } from './source-name.ts';

/** A show that a source knows, with what a person needs to tell it from others of the same title. */
export interface Candidate {
  /** The source's identifier: `tvmaze:82`. */
  readonly id: string;
  readonly title: string;
  /** The years of the first and last episode; `null` where they are unknown or have not come. */
  readonly year: number | null;
  readonly lastYear: number | null;
  readonly network: string | null;
  readonly country: string | null;
}

/** What a source is doing, in words that tell nothing of a text: for a progress line. */
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
  /** The addresses that replace the services' own ones, by source or service, as the user typed them. */
  readonly addresses: Readonly<Partial<Record<ServiceName, string>>>;
  report(progress: SourceProgress): void;
}

/** A service on the network. */
export type ServiceName = 'tvmaze' | 'wikipedia' | 'wikidata';

/** Where shows or their texts come from. */
export interface Source {
  readonly name: SourceName;
  /** Its name as people write it. */
  readonly title: string;
  /** Finds shows by a title. `undefined` for a source that adds texts to what another one lists. */
  readonly search?: (query: string, reach: Reach) => Promise<readonly Candidate[]>;
  /**
   * Fetches a show, or adds to one.
   *
   * @param id an identifier from `search`
   * @param draft what the sources before this one in the list gave
   * @throws {HttpError} where the service cannot be asked or answers nonsense
   */
  fetch(id: string, draft: ShowDraft | undefined, reach: Reach): Promise<ShowDraft>;
  /**
   * Whether a show is as it was when it was fetched, at the cost of one request.
   *
   * @param revision what `fetch` noted in the draft
   * @throws {HttpError}
   */
  isUnchanged(id: string, revision: string, reach: Reach): Promise<boolean>;
}
