import manifest from '../../package.json' with { type: 'json' };
import type { EpisodeCode } from '../recap/episode.ts';
import {
  type RecapFrontMatter,
  readRecapFrontMatter,
  readShowFrontMatter,
} from '../recap/front-matter.ts';
import { ViewingOrder } from '../recap/order.ts';
import type { RecapHead } from '../recap/recap.ts';
import { type ListedShow, Show } from '../recap/show.ts';
import { split } from '../recap/source.ts';
import { readBeginning } from './file.ts';
import { FileIndex, stampOf } from './file-index.ts';

/** A recap that is there to be opened. Its body has not been read. */
export interface Entry {
  readonly head: RecapHead;
  readonly path: string;
}

/** Of a show what the index keeps: nothing that waits for an episode, so neither its titles nor its secrets. */
export interface IndexedShow {
  readonly title: string;
  readonly year: number | null;
  readonly network: string | null;
  readonly codes: readonly EpisodeCode[];
  readonly isListed: boolean;
}

/** Where a shelf's files are, and what is known of them. */
export interface ShelfFiles {
  /** The path of `show.md`; `undefined` where there is none. */
  readonly introduction: string | undefined;
  /** The paths of the recaps by their names without ending. */
  readonly recaps: () => ReadonlyMap<string, string>;
  readonly shows: FileIndex<IndexedShow>;
  /** Where the index of its recaps is kept. */
  readonly indexFile: string | undefined;
  /** Runs what may find a file faulty, and notes the fault. */
  readonly guard: <T>(path: string, read: () => T) => T | undefined;
}

/** The slug of a show's introduction, `show.md`. */
export const INTRODUCTION = 'show';

/** Changes with what is read out of a file: the program's version, and how its index is written. */
export const INDEX_VERSION = `${manifest.version}/1`;

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

/** A shelf of which no more is read than is asked for: `listed` from the index, if `show.md` is as it was. */
export class FolderShelf implements Shelf {
  readonly #slug: string;
  readonly #files: ShelfFiles;
  #listed: ListedShow | undefined;
  #show: Show | undefined;
  #entries: readonly Entry[] | undefined;

  constructor(slug: string, files: ShelfFiles) {
    this.#slug = slug;
    this.#files = files;
  }

  get listed(): ListedShow {
    this.#listed ??= this.#show ?? this.#fromIndex() ?? this.#toIndex();
    return this.#listed;
  }

  get show(): Show {
    this.#show ??= this.#readShow();
    return this.#show;
  }

  get entries(): readonly Entry[] {
    this.#entries ??= this.#readEntries();
    return this.#entries;
  }

  get introduction(): Entry | undefined {
    const { introduction: path } = this.#files;
    if (path === undefined || this.show.isBroken) return undefined;
    const frontMatter = { title: this.show.title };
    return { head: { show: this.#slug, slug: INTRODUCTION, frontMatter }, path };
  }

  #fromIndex(): ListedShow | undefined {
    const { introduction, shows } = this.#files;
    const known = introduction === undefined ? undefined : shows.get(introduction);
    if (!known) return undefined;
    const { title, year, network, codes, isListed } = known;
    return { slug: this.#slug, title, year, network, order: new ViewingOrder(codes, isListed) };
  }

  #toIndex(): Show {
    const { show } = this;
    const { introduction, shows } = this.#files;
    if (introduction !== undefined && !show.isBroken) {
      const { title, year, network, order } = show;
      const { codes, isListed } = order;
      shows.set(introduction, { title, year, network, codes, isListed });
    }
    return show;
  }

  #readShow(): Show {
    const { introduction: path, guard } = this.#files;
    if (path === undefined) return new Show(this.#slug, 'missing');
    const read = guard(path, () => readShowFrontMatter(split(readBeginning(path)).frontMatter));
    return new Show(this.#slug, read ?? 'broken');
  }

  #readEntries(): Entry[] {
    const { indexFile, introduction, recaps } = this.#files;
    // which texts hold a secret depends on what `show.md` declares
    const declared = introduction === undefined ? 'nothing' : stampOf(introduction);
    const index = new FileIndex<RecapFrontMatter>(
      declared === undefined ? undefined : indexFile,
      `${INDEX_VERSION} ${declared}`,
    );
    const entries = [...recaps()]
      .flatMap(([slug, path]) => this.#entry(index, slug, path))
      .sort((a, b) => compareEntries(this.show, a, b));
    index.save();
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
    return frontMatter ? [{ head: { show: this.#slug, slug, frontMatter }, path }] : [];
  }
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
