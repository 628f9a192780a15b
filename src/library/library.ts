import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EpisodeCode } from '../recap/episode.ts';
import {
  readRecapFrontMatter,
  readShowFrontMatter,
  type ShowFrontMatter,
} from '../recap/front-matter.ts';
import { type Problem, RecapError } from '../recap/problem.ts';
import { Recap, type RecapHead } from '../recap/recap.ts';
import { Show } from '../recap/show.ts';
import { bodyText, split } from '../recap/source.ts';
import { isWithin, readBeginning, readWhole } from './file.ts';
import type { LibraryFolder } from './folders.ts';

/** A recap that is there to be opened. Its body has not been read. */
export interface Entry {
  readonly head: RecapHead;
  readonly path: string;
}

/** A show of the library with its recaps: episode recaps in viewing order, then articles by slug. */
export interface Shelf {
  readonly show: Show;
  readonly entries: readonly Entry[];
  /** The introduction in `show.md`; `undefined` where there is none. */
  readonly introduction: Entry | undefined;
}

/** A file that could not be read as what it should be. It is left out, and the others go on. */
export interface LibraryProblem {
  readonly path: string;
  readonly problem: Problem;
}

/** The slug of a show's introduction, `show.md`. */
export const INTRODUCTION = 'show';

const SLUG = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/**
 * The shows of all folders. Where two folders have the same show they are merged, and of two files with the
 * same name the one of the stronger folder is taken. Only names are read until a shelf is asked for.
 */
export class Library {
  readonly problems: LibraryProblem[] = [];
  readonly #paths = new Map<string, Map<string, string>>();
  readonly #shelves = new Map<string, Shelf>();

  /** @param folders the strongest first */
  constructor(folders: readonly LibraryFolder[]) {
    for (const { path, isExpected } of folders) {
      if (existsSync(path)) this.#addFolder(path);
      else if (isExpected) {
        this.#report(path, 'library/missing', 'there is no such folder of recaps');
      }
    }
  }

  /** The slugs of all shows, sorted. */
  get slugs(): readonly string[] {
    return [...this.#paths.keys()].sort();
  }

  /** The paths of a show's files by their names without ending, `show` among them. */
  files(slug: string): ReadonlyMap<string, string> {
    return this.#paths.get(slug) ?? new Map();
  }

  /** A show with its recaps; `undefined` if there is none of that slug. Reads front matter only. */
  shelf(slug: string): Shelf | undefined {
    const paths = this.#paths.get(slug);
    if (!paths) return undefined;
    const known = this.#shelves.get(slug);
    if (known) return known;
    const shelf = this.#readShelf(slug, paths);
    this.#shelves.set(slug, shelf);
    return shelf;
  }

  /** Reads a recap whole. @throws {RecapError} */
  open({ head, path }: Entry): Recap {
    const bytes = readWhole(path);
    return new Recap(head, bodyText(bytes, split(bytes)));
  }

  #addFolder(folder: string): void {
    for (const slug of this.#names(folder, folder, true)) {
      const paths = this.#paths.get(slug) ?? new Map<string, string>();
      this.#paths.set(slug, paths);
      for (const name of this.#names(folder, join(folder, slug), false)) {
        if (!paths.has(name)) paths.set(name, join(folder, slug, `${name}.md`));
      }
      if (paths.size === 0) this.#paths.delete(slug);
    }
  }

  /** The names in a folder of what the library can hold: folders, or Markdown files without their ending. */
  #names(root: string, folder: string, wantsFolders: boolean): string[] {
    try {
      return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => {
          const isWanted = wantsFolders ? entry.isDirectory() : entry.isFile();
          return isWanted || (entry.isSymbolicLink() && isWithin(root, join(folder, entry.name)));
        })
        .map(({ name }) => name)
        .filter((name) => wantsFolders || name.endsWith('.md'))
        .map((name) => (wantsFolders ? name : name.slice(0, -'.md'.length)))
        .filter((name) => SLUG.test(name))
        .sort();
    } catch {
      this.#report(folder, 'library/unreadable', 'the folder cannot be read');
      return [];
    }
  }

  #readShelf(slug: string, paths: ReadonlyMap<string, string>): Shelf {
    const introduction = paths.get(INTRODUCTION);
    const frontMatter = introduction && this.#showFrontMatter(introduction);
    const show = new Show(slug, introduction ? frontMatter || 'broken' : 'missing');
    const entries = [...paths]
      .filter(([name]) => name !== INTRODUCTION)
      .flatMap(([name, path]) => this.#entry(slug, name, path))
      .sort((a, b) => compareEntries(show, a, b));
    const head = { show: slug, slug: INTRODUCTION, frontMatter: { title: show.title } };
    return {
      show,
      entries,
      introduction: introduction && frontMatter ? { head, path: introduction } : undefined,
    };
  }

  #showFrontMatter(path: string): ShowFrontMatter | undefined {
    return this.#guard(path, () => {
      return readShowFrontMatter(split(readBeginning(path)).frontMatter);
    });
  }

  #entry(show: string, slug: string, path: string): Entry[] {
    const frontMatter = this.#guard(path, () => {
      return readRecapFrontMatter(split(readBeginning(path)).frontMatter);
    });
    return frontMatter ? [{ head: { show, slug, frontMatter }, path }] : [];
  }

  #guard<T>(path: string, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RecapError)) throw error;
      this.problems.push({ path, problem: error.problem });
      return undefined;
    }
  }

  #report(path: string, rule: string, message: string): void {
    this.problems.push({ path, problem: { rule, message, position: { line: 1, column: 1 } } });
  }
}

function compareEntries({ order }: Show, a: Entry, b: Entry): number {
  const [codeA, codeB]: (EpisodeCode | undefined)[] = [a, b].map(
    ({ head }) => head.frontMatter.episode,
  );
  if (codeA && codeB) return order.compare(codeA, codeB) || (a.head.slug < b.head.slug ? -1 : 1);
  if (codeA || codeB) return codeA ? -1 : 1;
  return a.head.slug < b.head.slug ? -1 : 1;
}
