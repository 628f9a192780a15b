import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readRecapFrontMatter } from '../recap/front-matter.ts';
import { type Problem, RecapError } from '../recap/problem.ts';
import { Recap } from '../recap/recap.ts';
import { bodyText, split } from '../recap/source.ts';
import { isFileWithin, isWithin, readWhole } from './file.ts';
import { FileIndex } from './file-index.ts';
import type { LibraryFolder } from './folders.ts';
import { type IndexFiles, indexFiles } from './index-files.ts';
import {
  type Entry,
  FolderShelf,
  INDEX_VERSION,
  INTRODUCTION,
  type IndexedShow,
  type Shelf,
} from './shelf.ts';

/** A file that could not be read as what it should be. It is left out, and the others go on. */
export interface LibraryProblem {
  readonly path: string;
  readonly problem: Problem;
}

/** A folder of a show, and the library's folder that it is in. */
interface ShowFolder {
  readonly root: string;
  readonly path: string;
}

const SLUG = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/**
 * The shows of all folders. Where two folders have the same show they are merged, and of two files with the
 * same name the one of the stronger folder is taken. Only the names of shows are read until more is asked for.
 */
export class Library {
  readonly problems: LibraryProblem[] = [];
  /** Of each show the folders that have it, the strongest first. */
  readonly #folders = new Map<string, ShowFolder[]>();
  readonly #files = new Map<string, ReadonlyMap<string, string>>();
  readonly #shelves = new Map<string, Shelf>();
  readonly #index: IndexFiles;
  #shows: FileIndex<IndexedShow> | undefined;

  /**
   * @param folders the strongest first
   * @param cache where to keep an index of what was read; without one all is read anew
   */
  constructor(folders: readonly LibraryFolder[], cache?: string) {
    this.#index = indexFiles(cache, folders);
    for (const { path, isExpected } of folders) {
      if (existsSync(path)) this.#addFolder(path);
      else if (isExpected) {
        this.#report(path, 'library/missing', 'there is no such folder of recaps');
      }
    }
  }

  /** The slugs of all shows, sorted. */
  get slugs(): readonly string[] {
    return [...this.#folders.keys()].sort().filter((slug) => this.shelf(slug) !== undefined);
  }

  /** Every show by its slug, with what a list tells of it. */
  get shelves(): readonly Shelf[] {
    const shelves = this.slugs.flatMap((slug) => this.shelf(slug) ?? []);
    // what is listed is looked up now, so that the index is written once and has all of them
    for (const shelf of shelves) shelf.listed;
    this.#shows?.save();
    return shelves;
  }

  /** The paths of a show's files by their names without ending, `show` among them. */
  files(slug: string): ReadonlyMap<string, string> {
    let files = this.#files.get(slug);
    if (!files) {
      files = this.#filesIn(this.#folders.get(slug) ?? []);
      this.#files.set(slug, files);
    }
    return files;
  }

  /** A show with its recaps; `undefined` if there is none of that slug. */
  shelf(slug: string): Shelf | undefined {
    const known = this.#shelves.get(slug);
    if (known) return known;
    const introduction = this.#introduction(slug);
    if (introduction === undefined && this.files(slug).size === 0) return undefined;
    this.#shows ??= new FileIndex(this.#index.shows, INDEX_VERSION);
    const shelf = new FolderShelf(slug, {
      introduction,
      recaps: () => this.#recaps(slug),
      shows: this.#shows,
      indexFile: this.#index.recapsOf(slug),
      guard: (path, read) => this.#guard(path, read),
    });
    this.#shelves.set(slug, shelf);
    return shelf;
  }

  /** Reads a recap whole. Its gates are those of the file, whatever an index says. @throws {RecapError} */
  open({ head, path }: Entry): Recap {
    const bytes = readWhole(path);
    const parts = split(bytes);
    const { frontMatter } =
      head.slug === INTRODUCTION ? head : { frontMatter: readRecapFrontMatter(parts.frontMatter) };
    return new Recap({ ...head, frontMatter }, bodyText(bytes, parts));
  }

  #addFolder(root: string): void {
    for (const slug of this.#names(root, root, true)) {
      const folders = this.#folders.get(slug) ?? [];
      this.#folders.set(slug, [...folders, { root, path: join(root, slug) }]);
    }
  }

  #filesIn(folders: readonly ShowFolder[]): ReadonlyMap<string, string> {
    const paths = new Map<string, string>();
    for (const { root, path } of folders) {
      for (const name of this.#names(root, path, false)) {
        if (!paths.has(name)) paths.set(name, join(path, `${name}.md`));
      }
    }
    return paths;
  }

  #introduction(slug: string): string | undefined {
    for (const { root, path } of this.#folders.get(slug) ?? []) {
      const file = join(path, `${INTRODUCTION}.md`);
      if (isFileWithin(root, file)) return file;
    }
    return undefined;
  }

  #recaps(slug: string): ReadonlyMap<string, string> {
    const recaps = new Map(this.files(slug));
    recaps.delete(INTRODUCTION);
    return recaps;
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
