import { Recap } from '../../gated/recap.ts';
import { indexableFrontMatter, introductionHead, recapHead } from '../../gated/recap-head.ts';
import { Show } from '../../gated/show.ts';
import type { RecapFile, ShowContents } from '../../gated/show-contents.ts';
import type { ShowSummary } from '../../gated/show-summary.ts';
import { readRecapFrontMatter, readShowFrontMatter } from '../../model/front-matter.ts';
import { INTRODUCTION } from '../../model/introduction.ts';
import type { ListedFrontMatter } from '../../model/recap-fields.ts';
import { bodyText, RECAP_LIMITS, SHOW_LIMITS, split } from '../../model/recap-source.ts';
import { FileIndex } from '../cache/file-index.ts';
import { fingerprintOf } from '../cache/fingerprint.ts';
import { readBeginning, readWhole } from './file.ts';
import { INDEX_VERSION } from './show-index.ts';

/** Where a shelf's files are. */
export interface ShowFiles {
  /** The path of `show.md`; `undefined` where there is none. */
  readonly introduction: string | undefined;
  /** The paths of the recaps by their names without ending. */
  readonly recaps: () => ReadonlyMap<string, string>;
  /** Where the index of the recaps is kept. */
  readonly indexFile: string | undefined;
  /** Runs what may find a file faulty, and notes the fault. */
  readonly guard: <T>(path: string, read: () => T) => T | undefined;
}

/** A show as it was read, and by what a change of its `show.md` since then is seen: its secrets depend on it. */
export interface LoadedShow {
  readonly show: Show;
  /** `undefined` where a change would not be seen. */
  readonly stamp: string | undefined;
}

/** A shelf of which no more is read than is asked for. */
export class FolderContents implements ShowContents {
  readonly summary: ShowSummary;
  readonly #files: ShowFiles;
  #read: LoadedShow | undefined;
  #entries: readonly RecapFile[] | undefined;

  /** @param read the show, if it has been read already */
  constructor(listed: ShowSummary, files: ShowFiles, read?: LoadedShow) {
    this.summary = listed;
    this.#files = files;
    this.#read = read;
  }

  get show(): Show {
    return this.#readOnce().show;
  }

  get recaps(): readonly RecapFile[] {
    this.#entries ??= this.#readEntries();
    return this.#entries;
  }

  get introduction(): RecapFile | undefined {
    const { introduction: path } = this.#files;
    if (path === undefined || this.show.isBroken) return undefined;
    return { head: introductionHead(this.show), path };
  }

  #readOnce(): LoadedShow {
    this.#read ??= readShow(this.summary.slug, this.#files);
    return this.#read;
  }

  #readEntries(): RecapFile[] {
    const { show, stamp } = this.#readOnce();
    const { indexFile, introduction = '', recaps } = this.#files;
    const index = new FileIndex<ListedFrontMatter>(
      stamp === undefined ? undefined : indexFile,
      `${INDEX_VERSION} ${introduction} ${stamp}`,
      isFrontMatter,
    );
    const entries = [...recaps()]
      .flatMap(([slug, path]) => this.#entry(index, slug, path))
      .sort((a, b) => compareEntries(show, a, b));
    index.save(true);
    return entries;
  }

  #entry(index: FileIndex<ListedFrontMatter>, slug: string, path: string): RecapFile[] {
    const { show } = this;
    const indexed = index.get(path);
    if (indexed) return [{ head: recapHead(show, slug, indexed), path }];
    const head = this.#files.guard(path, () => {
      const { frontMatter } = split(readBeginning(path, RECAP_LIMITS), RECAP_LIMITS);
      return recapHead(show, slug, readRecapFrontMatter(frontMatter, show.order));
    });
    if (!head) return [];
    const kept = indexableFrontMatter(head, show);
    if (kept) index.set(path, kept);
    return [{ head, path }];
  }
}

/** The show of a folder, whatever an index says. What is wrong with its `show.md` is noted. */
export function readShow(slug: string, { introduction: path, guard }: ShowFiles): LoadedShow {
  if (path === undefined) return { show: new Show(slug, 'missing'), stamp: 'missing' };
  // looked at before it is read: what changes in between is then read again
  const stamp = fingerprintOf(path);
  const read = guard(path, () => {
    return readShowFrontMatter(split(readBeginning(path, SHOW_LIMITS), SHOW_LIMITS).frontMatter);
  });
  return { show: new Show(slug, read ?? 'broken'), stamp };
}

/** Reads a recap of a show whole. Its gates are those of the file, whatever an index says. @throws {RecapError} */
export function openRecap({ head, path }: RecapFile, show: Show): Recap {
  const bytes = readWhole(path);
  const isRecap = head.slug !== INTRODUCTION;
  const parts = split(bytes, isRecap ? RECAP_LIMITS : SHOW_LIMITS);
  const read = isRecap
    ? recapHead(show, head.slug, readRecapFrontMatter(parts.frontMatter, show.order))
    : introductionHead(show);
  return new Recap(read, bodyText(bytes, parts));
}

function compareEntries({ order }: Show, a: RecapFile, b: RecapFile): number {
  const [codeA, codeB] = [a.head.episode, b.head.episode];
  if (codeA && codeB) return order.compare(codeA, codeB) || (a.head.slug < b.head.slug ? -1 : 1);
  if (codeA || codeB) return codeA ? -1 : 1;
  return a.head.slug < b.head.slug ? -1 : 1;
}

function isFrontMatter(value: unknown): value is ListedFrontMatter {
  return typeof value === 'object' && value !== null;
}
