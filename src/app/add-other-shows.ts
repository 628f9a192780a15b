import type { OtherShow } from '../history/tally.ts';
import type { Candidate } from '../sources/source.ts';
import { foldName } from '../text/fold.ts';
import { type AddedReport, addShow, findCandidates } from './add-show.ts';
import type { SourceRequest } from './ask-sources.ts';

/** The result for a show that is in a history but not in the library. */
export type AddedOther = { readonly title: string } & (
  | { readonly kind: 'added'; readonly report: AddedReport }
  /** It may be any of these, or none. */
  | { readonly kind: 'several'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'not-found' }
);

/** More candidates than a person looks through. */
const MAX_CANDIDATES = 5;

/** The most recently watched shows; those without a date come last. */
export function mostRecent(others: readonly OtherShow[], count: number): readonly OtherShow[] {
  const last = Number.NEGATIVE_INFINITY;
  return [...others].sort((a, b) => (b.when ?? last) - (a.when ?? last) || 0).slice(0, count);
}

/**
 * Adds a show by the title that a history gives it. Only the title is sent to the sources. It is added if exactly one
 * show has that title, and the same first year if the history gives one.
 *
 * @throws {UserError}; the signal's reason if it was aborted
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
