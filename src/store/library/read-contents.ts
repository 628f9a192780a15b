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
import { removeCacheFile } from '../cache/cache-file.ts';
import { FileIndex } from '../cache/file-index.ts';
import { fingerprint } from '../cache/fingerprint.ts';
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
  loaded: LoadedShow,
  paths: ShowPaths,
  indexFile: string | undefined,
  report: Report,
): ShowContents {
  const { show, stamp } = loaded;
  // `show.md` is being written: what the index holds may have become a secret
  if (stamp === undefined && indexFile !== undefined) removeCacheFile(indexFile);
  const index = new FileIndex<ListedFrontMatter>(
    stamp === undefined ? undefined : indexFile,
    `${INDEX_VERSION} ${stamp}`,
    isFrontMatter,
  );
  const contents = contentsOf(summary, loaded, paths, report, (slug, path) => {
    const indexed = index.get(path);
    if (indexed) return { head: recapHead(show, slug, indexed), path };
    const { head, beginning } = readHead(show, slug, path);
    const kept = indexableFrontMatter(head, show);
    if (kept) index.set(path, fingerprint(beginning.stats, beginning.time), kept);
    return { head, path };
  });
  index.save(true);
  return contents;
}

/**
 * A show with its recaps in order. Those that cannot be read are reported and left out.
 *
 * @param read reads a recap; throws a `RecapError` if it cannot
 */
export function contentsOf(
  summary: ShowSummary,
  { show, introduction }: LoadedShow,
  { recaps, people }: ShowPaths,
  report: Report,
  read: (slug: string, path: string) => RecapFile,
): ShowContents {
  const files: RecapFile[] = [];
  for (const [slug, path] of recaps) {
    try {
      files.push(read(slug, path));
    } catch (error) {
      if (!(error instanceof RecapError)) throw error;
      report(path, error.problem);
    }
  }
  const isShown = introduction !== undefined && !show.isBroken;
  return {
    summary,
    show,
    recaps: files.sort((a, b) => compareFiles(show, a, b)),
    introduction: isShown ? { head: introductionHead(show), path: introduction } : undefined,
    people: people === undefined ? undefined : { head: peopleHead(show), path: people },
  };
}

/** The front matter of a recap, and the beginning of its file. @throws {RecapError} */
export function readHead(show: Show, slug: string, path: string) {
  const beginning = readBeginning(path, RECAP_LIMITS);
  const parts = split(beginning.bytes, RECAP_LIMITS);
  const head = recapHead(show, slug, readRecapFrontMatter(parts.frontMatter, show.order));
  return { head, beginning, parts };
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
