import { Recap } from '../../gated/recap.ts';
import { Show, type ShowSummary } from '../../gated/show.ts';
import type { RecapFile, ShowContents } from '../../gated/show-contents.ts';
import type { EpisodeCode } from '../../model/episode.ts';
import {
  type RecapFrontMatter,
  readRecapFrontMatter,
  readShowFrontMatter,
} from '../../model/front-matter.ts';
import { INTRODUCTION } from '../../model/introduction.ts';
import { bodyText, split } from '../../model/recap-source.ts';
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
    const { slug, title } = this.show;
    return { head: { show: slug, slug: INTRODUCTION, frontMatter: { title } }, path };
  }

  #readOnce(): LoadedShow {
    this.#read ??= readShow(this.summary.slug, this.#files);
    return this.#read;
  }

  #readEntries(): RecapFile[] {
    const { show, stamp } = this.#readOnce();
    const { indexFile, introduction = '', recaps } = this.#files;
    const index = new FileIndex<RecapFrontMatter>(
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

  #entry(index: FileIndex<RecapFrontMatter>, slug: string, path: string): RecapFile[] {
    let frontMatter = index.get(path);
    if (!frontMatter) {
      frontMatter = this.#files.guard(path, () => {
        return readRecapFrontMatter(split(readBeginning(path)).frontMatter);
      });
      if (frontMatter && textsOf(frontMatter).every((text) => this.show.mayKeep(text))) {
        index.set(path, frontMatter);
      }
    }
    return frontMatter ? [{ head: { show: this.summary.slug, slug, frontMatter }, path }] : [];
  }
}

/** The show of a folder, whatever an index says. What is wrong with its `show.md` is noted. */
export function readShow(slug: string, { introduction: path, guard }: ShowFiles): LoadedShow {
  if (path === undefined) return { show: new Show(slug, 'missing'), stamp: 'missing' };
  // looked at before it is read: what changes in between is then read again
  const stamp = fingerprintOf(path);
  const read = guard(path, () => readShowFrontMatter(split(readBeginning(path)).frontMatter));
  return { show: new Show(slug, read ?? 'broken'), stamp };
}

/** Reads a recap whole. Its gates are those of the file, whatever an index says. @throws {RecapError} */
export function openRecap({ head, path }: RecapFile): Recap {
  const bytes = readWhole(path);
  const parts = split(bytes);
  const isRecap = head.slug !== INTRODUCTION;
  const frontMatter = isRecap ? readRecapFrontMatter(parts.frontMatter) : head.frontMatter;
  return new Recap({ ...head, frontMatter }, bodyText(bytes, parts));
}

/** What an author wrote to be read: each may hold a secret. */
function textsOf({ title, summary, author, source, tags = [] }: RecapFrontMatter): string[] {
  return [title, summary, author, source, ...tags].filter((text) => text !== undefined);
}

function compareEntries({ order }: Show, a: RecapFile, b: RecapFile): number {
  const [codeA, codeB]: (EpisodeCode | undefined)[] = [a, b].map(
    ({ head }) => head.frontMatter.episode,
  );
  if (codeA && codeB) return order.compare(codeA, codeB) || (a.head.slug < b.head.slug ? -1 : 1);
  if (codeA || codeB) return codeA ? -1 : 1;
  return a.head.slug < b.head.slug ? -1 : 1;
}

function isFrontMatter(value: unknown): value is RecapFrontMatter {
  return typeof value === 'object' && value !== null;
}
