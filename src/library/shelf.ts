import { FileIndex } from '../cache/file-index.ts';
import { stampOf } from '../cache/stamp.ts';
import type { EpisodeCode } from '../recap/episode.ts';
import {
  type RecapFrontMatter,
  readRecapFrontMatter,
  readShowFrontMatter,
} from '../recap/front-matter.ts';
import { INTRODUCTION } from '../recap/introduction.ts';
import { Recap, type RecapHead } from '../recap/recap.ts';
import { type ListedShow, Show } from '../recap/show.ts';
import { bodyText, split } from '../recap/source.ts';
import { readBeginning, readWhole } from './file.ts';
import { INDEX_VERSION } from './listed.ts';

/** A recap that is there to be opened. Its body has not been read. */
export interface Entry {
  readonly head: RecapHead;
  readonly path: string;
}

/** Where a shelf's files are. */
export interface ShelfFiles {
  /** The path of `show.md`; `undefined` where there is none. */
  readonly introduction: string | undefined;
  /** The paths of the recaps by their names without ending. */
  readonly recaps: () => ReadonlyMap<string, string>;
  /** Where the index of the recaps is kept. */
  readonly indexFile: string | undefined;
  /** Runs what may find a file faulty, and notes the fault. */
  readonly guard: <T>(path: string, read: () => T) => T | undefined;
}

/** A show of the library with its recaps. */
export interface Shelf {
  /** The show as a list tells of it. */
  readonly listed: ListedShow;
  readonly show: Show;
  /** Episode recaps in viewing order, then articles by slug. */
  readonly entries: readonly Entry[];
  /** The introduction in `show.md`; `undefined` where there is none, or none that can be read. */
  readonly introduction: Entry | undefined;
}

/** A show as it was read, and by what a change of its `show.md` since then is seen: its secrets depend on it. */
export interface ReadShow {
  readonly show: Show;
  /** `undefined` where a change would not be seen. */
  readonly stamp: string | undefined;
}

/** A shelf of which no more is read than is asked for. */
export class FolderShelf implements Shelf {
  readonly listed: ListedShow;
  readonly #files: ShelfFiles;
  #read: ReadShow | undefined;
  #entries: readonly Entry[] | undefined;

  /** @param read the show, if it has been read already */
  constructor(listed: ListedShow, files: ShelfFiles, read?: ReadShow) {
    this.listed = listed;
    this.#files = files;
    this.#read = read;
  }

  get show(): Show {
    return this.#readOnce().show;
  }

  get entries(): readonly Entry[] {
    this.#entries ??= this.#readEntries();
    return this.#entries;
  }

  get introduction(): Entry | undefined {
    const { introduction: path } = this.#files;
    if (path === undefined || this.show.isBroken) return undefined;
    const { slug, title } = this.show;
    return { head: { show: slug, slug: INTRODUCTION, frontMatter: { title } }, path };
  }

  #readOnce(): ReadShow {
    this.#read ??= readShow(this.listed.slug, this.#files);
    return this.#read;
  }

  #readEntries(): Entry[] {
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

  #entry(index: FileIndex<RecapFrontMatter>, slug: string, path: string): Entry[] {
    let frontMatter = index.get(path);
    if (!frontMatter) {
      frontMatter = this.#files.guard(path, () => {
        return readRecapFrontMatter(split(readBeginning(path)).frontMatter);
      });
      if (frontMatter && textsOf(frontMatter).every((text) => this.show.mayKeep(text))) {
        index.set(path, frontMatter);
      }
    }
    return frontMatter ? [{ head: { show: this.listed.slug, slug, frontMatter }, path }] : [];
  }
}

/** The show of a folder, whatever an index says. What is wrong with its `show.md` is noted. */
export function readShow(slug: string, { introduction: path, guard }: ShelfFiles): ReadShow {
  if (path === undefined) return { show: new Show(slug, 'missing'), stamp: 'missing' };
  // looked at before it is read: what changes in between is then read again
  const stamp = stampOf(path);
  const read = guard(path, () => readShowFrontMatter(split(readBeginning(path)).frontMatter));
  return { show: new Show(slug, read ?? 'broken'), stamp };
}

/** Reads a recap whole. Its gates are those of the file, whatever an index says. @throws {RecapError} */
export function openEntry({ head, path }: Entry): Recap {
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

function compareEntries({ order }: Show, a: Entry, b: Entry): number {
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
