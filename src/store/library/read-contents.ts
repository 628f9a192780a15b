import {
  indexableFrontMatter,
  introductionHead,
  peopleHead,
  recapHead,
} from '../../gated/recap-head.ts';
import type { Show } from '../../gated/show.ts';
import type { RecapFile, ShowContents } from '../../gated/show-contents.ts';
import type { ShowSummary } from '../../gated/show-summary.ts';
import { readRecapFrontMatter } from '../../model/front-matter.ts';
import { RecapError } from '../../model/problem.ts';
import type { ListedFrontMatter } from '../../model/recap-fields.ts';
import { RECAP_LIMITS, split } from '../../model/recap-source.ts';
import { FileIndex } from '../cache/file-index.ts';
import { readBeginning } from './file.ts';
import type { Report } from './report.ts';
import { INDEX_VERSION } from './show-index.ts';
import type { LoadedShow } from './show-layers.ts';

/** The files of a show. */
export interface ShowPaths {
  /** The recaps by slug. */
  readonly recaps: ReadonlyMap<string, string>;
  /** `people.md`; `undefined` where there is none. */
  readonly people: string | undefined;
}

/**
 * Reads the front matter of a show's recaps, or takes it from the index, which is brought up to date.
 *
 * @param indexFile where the index of the recaps is kept; `undefined`: nowhere
 */
export function readContents(
  summary: ShowSummary,
  { show, introduction, stamp }: LoadedShow,
  { recaps, people }: ShowPaths,
  indexFile: string | undefined,
  report: Report,
): ShowContents {
  const index = new FileIndex<ListedFrontMatter>(
    stamp === undefined ? undefined : indexFile,
    `${INDEX_VERSION} ${stamp}`,
    isFrontMatter,
  );
  const files = [...recaps]
    .flatMap(([slug, path]) => recapFile(show, slug, path, index, report))
    .sort((a, b) => compareFiles(show, a, b));
  index.save(true);
  const isShown = introduction !== undefined && !show.isBroken;
  return {
    summary,
    show,
    recaps: files,
    introduction: isShown ? { head: introductionHead(show), path: introduction } : undefined,
    people: people === undefined ? undefined : { head: peopleHead(show), path: people },
  };
}

function recapFile(
  show: Show,
  slug: string,
  path: string,
  index: FileIndex<ListedFrontMatter>,
  report: Report,
): RecapFile[] {
  const indexed = index.get(path);
  if (indexed) return [{ head: recapHead(show, slug, indexed), path }];
  try {
    const { frontMatter } = split(readBeginning(path, RECAP_LIMITS), RECAP_LIMITS);
    const head = recapHead(show, slug, readRecapFrontMatter(frontMatter, show.order));
    const kept = indexableFrontMatter(head, show);
    if (kept) index.set(path, kept);
    return [{ head, path }];
  } catch (error) {
    if (!(error instanceof RecapError)) throw error;
    report(path, error.problem);
    return [];
  }
}

/** Episode recaps in viewing order, then articles by slug. */
function compareFiles({ order }: Show, a: RecapFile, b: RecapFile): number {
  const [codeA, codeB] = [a.head.episode, b.head.episode];
  if (codeA && codeB) return order.compare(codeA, codeB) || (a.head.slug < b.head.slug ? -1 : 1);
  if (codeA || codeB) return codeA ? -1 : 1;
  return a.head.slug < b.head.slug ? -1 : 1;
}

function isFrontMatter(value: unknown): value is ListedFrontMatter {
  return typeof value === 'object' && value !== null;
}
