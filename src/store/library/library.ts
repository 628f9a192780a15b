import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ShowContents } from '../../gated/show-contents.ts';
import type { ShowSummary } from '../../gated/show-summary.ts';
import { INTRODUCTION } from '../../model/introduction.ts';
import { type Problem, RecapError } from '../../model/problem.ts';
import { currentGeneration } from '../added/generation.ts';
import { isFileWithin, isWithin } from './file.ts';
import type { LoadedShow, ShowFiles } from './folder-contents.ts';
import type { LibraryFolder } from './folders.ts';
import { type IndexFiles, indexFiles } from './index-files.ts';
import { ShowIndex } from './show-index.ts';

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
  readonly #shows = new Map<string, ShowSummary>();
  /** Those that no index knew. */
  readonly #read = new Map<string, LoadedShow>();
  readonly #shelves = new Map<string, ShowContents>();
  readonly #index: IndexFiles;
  readonly #listed: ShowIndex;

  /**
   * @param folders the strongest first
   * @param cache where to keep an index of what was read; without one all is read anew
   */
  constructor(folders: readonly LibraryFolder[], cache?: string) {
    this.#index = indexFiles(cache, folders);
    this.#listed = new ShowIndex(this.#index.shows);
    for (const { path, isExpected, isAdded = false } of folders) {
      if (existsSync(path)) this.#addFolder(path, isAdded);
      else if (isExpected) {
        this.#report(path, 'library/missing', 'there is no such folder of recaps');
      }
    }
  }

  /** The slugs of all shows, sorted. */
  get slugs(): readonly string[] {
    return [...this.#folders.keys()].sort().filter((slug) => this.#has(slug));
  }

  /** What lists tell of every show, by slug. */
  async shows(): Promise<readonly ShowSummary[]> {
    const shows: ShowSummary[] = [];
    for (const slug of this.slugs) shows.push(await this.#listedShow(slug));
    this.#listed.save(true);
    return shows;
  }

  /** What lists tell of a show; `undefined` if there is none of that slug. */
  async show(slug: string): Promise<ShowSummary | undefined> {
    if (!this.#has(slug)) return undefined;
    const show = await this.#listedShow(slug);
    this.#listed.save(false);
    return show;
  }

  /** Every show with its recaps, by slug. */
  async shelves(): Promise<readonly ShowContents[]> {
    const shows = await this.shows();
    return Promise.all(shows.map((show) => this.shelf(show)));
  }

  /** A show with its recaps. */
  async shelf(show: ShowSummary): Promise<ShowContents> {
    const { FolderContents } = await import('./folder-contents.ts');
    const { slug } = show;
    const shelf =
      this.#shelves.get(slug) ??
      new FolderContents(show, this.#shelfFiles(slug), this.#read.get(slug));
    this.#shelves.set(slug, shelf);
    return shelf;
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

  #has(slug: string): boolean {
    return this.#introduction(slug) !== undefined || this.files(slug).size > 0;
  }

  async #listedShow(slug: string): Promise<ShowSummary> {
    const known = this.#shows.get(slug);
    if (known) return known;
    const path = this.#introduction(slug);
    const kept = path === undefined ? undefined : this.#listed.get(slug, path);
    const show = kept ?? (await this.#readShow(slug));
    this.#shows.set(slug, show);
    return show;
  }

  async #readShow(slug: string): Promise<ShowSummary> {
    // what reads front matter is not loaded where the index knows all
    const { readShow } = await import('./folder-contents.ts');
    const files = this.#shelfFiles(slug);
    const read = readShow(slug, files);
    this.#read.set(slug, read);
    const { show } = read;
    if (files.introduction !== undefined && !show.isBroken) {
      this.#listed.set(files.introduction, show);
    }
    return show;
  }

  #shelfFiles(slug: string): ShowFiles {
    return {
      introduction: this.#introduction(slug),
      recaps: () => this.#recaps(slug),
      indexFile: this.#index.recapsOf(slug),
      guard: (path, read) => this.#guard(path, read),
    };
  }

  #addFolder(root: string, isAdded: boolean): void {
    for (const slug of this.#names(root, root, true)) {
      const path = isAdded ? currentGeneration(join(root, slug)) : join(root, slug);
      if (path === undefined) continue;
      const folders = this.#folders.get(slug) ?? [];
      this.#folders.set(slug, [...folders, { root, path }]);
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
