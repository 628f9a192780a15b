import type { OtherShow } from '../history/tally.ts';
import type { Candidate } from '../sources/source.ts';
import { foldName } from '../text/fold.ts';
import { type AddedReport, addShow, findCandidates } from './add-show.ts';
import type { SourceRequest } from './ask-sources.ts';

/** What came of a show that a history has and the library does not. */
export type AddedOther = { readonly title: string } & (
  | { readonly kind: 'added'; readonly report: AddedReport }
  /** It could be any of these, or none. */
  | { readonly kind: 'several'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'not-found' }
);

/** More candidates than a person looks through. */
const MAX_CANDIDATES = 5;

/** The shows that were watched last; those of which no file says when come after them. */
export function mostRecent(others: readonly OtherShow[], count: number): readonly OtherShow[] {
  const last = Number.NEGATIVE_INFINITY;
  return [...others].sort((a, b) => (b.when ?? last) - (a.when ?? last) || 0).slice(0, count);
}

/**
 * Adds a show under the title that a history gives it. Only its title goes to the sources. It is added if exactly
 * one show has that title, and began in that year if the history says in which.
 *
 * @throws {UserError}; where the signal was aborted, the signal's reason
 */
export async function addOtherShow(
  { name: { title, year } }: OtherShow,
  options: SourceRequest,
): Promise<AddedOther> {
  const candidates = await findCandidates(title, options);
  const exact = candidates.filter((candidate) => {
    const isOfYear =
      year === null || candidate.year === null || Math.abs(candidate.year - year) <= 1;
    return foldName(candidate.title) === foldName(title) && isOfYear;
  });
  const [one] = exact;
  if (one && exact.length === 1) {
    return { kind: 'added', title, report: await addShow(one.id, false, options) };
  }
  const possible = exact.length > 0 ? exact : candidates;
  if (possible.length === 0) return { kind: 'not-found', title };
  return { kind: 'several', title, candidates: possible.slice(0, MAX_CANDIDATES) };
}
