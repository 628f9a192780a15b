import type { Show } from '../../gated/show.ts';
import type { ShowContents } from '../../gated/show-contents.ts';
import type { ShowSummary } from '../../gated/show-summary.ts';
import { INTRODUCTION } from '../../model/introduction.ts';
import { PEOPLE } from '../../model/people.ts';
import type { Problem } from '../../model/problem.ts';
import { fingerprintOf } from '../cache/fingerprint.ts';
import type { LibraryFolder } from './folders.ts';
import { type IndexFiles, indexFiles } from './index-files.ts';
import { listMarkdown, listShowFolders, type ShowFolder } from './list-folder.ts';
import type { ShowPaths } from './read-contents.ts';
import { findShowFile } from './show-file.ts';
import { ShowIndex } from './show-index.ts';
import type { LoadedShow, ShowLayer } from './show-layers.ts';

/** A file that could not be read as what it should be. It is left out, and the others go on. */
export interface LibraryProblem {
  readonly path: string;
  readonly problem: Problem;
}

/**
 * The shows of all folders. Where several folders have the same show they are merged (docs/format.md, several
 * folders). Only the names of shows are read until more is needed.
 */
export class Library {
  /** What was found to be wrong so far. */
  readonly problems: LibraryProblem[] = [];
  /** Of each show the folders that have it, the strongest first. */
  readonly #folders: ReadonlyMap<string, readonly ShowFolder[]>;
  readonly #layers = new Map<string, readonly ShowLayer[]>();
  readonly #files = new Map<ShowLayer, ReadonlyMap<string, string>>();
  readonly #summaries = new Map<string, ShowSummary>();
  readonly #loaded = new Map<string, LoadedShow>();
  readonly #contents = new Map<string, ShowContents>();
  readonly #indexFiles: IndexFiles;
  readonly #index: ShowIndex;

  private constructor(folders: readonly LibraryFolder[], cache: string | undefined) {
    this.#indexFiles = indexFiles(cache, folders);
    this.#index = new ShowIndex(this.#indexFiles.shows);
    this.#folders = listShowFolders(folders, this.#report);
  }

  /**
   * Reads the names of the shows in these folders.
   *
   * @param folders the strongest first
   * @param cache where to keep an index of what was read; without one everything is read each time
   */
  static open(folders: readonly LibraryFolder[], cache?: string): Library {
    return new Library(folders, cache);
  }

  /** The slugs of all shows, sorted. */
  listSlugs(): string[] {
    return [...this.#folders.keys()].sort().filter((slug) => this.#isShow(slug));
  }

  /** What lists tell of every show, by slug. */
  async listShows(): Promise<ShowSummary[]> {
    const shows: ShowSummary[] = [];
    for (const slug of this.listSlugs()) shows.push(await this.#readSummary(slug));
    this.#index.save(true);
    return shows;
  }

  /** What lists tell of a show; `undefined` if there is none of that slug. */
  async findShow(slug: string): Promise<ShowSummary | undefined> {
    if (!this.#isShow(slug)) return undefined;
    const show = await this.#readSummary(slug);
    this.#index.save(false);
    return show;
  }

  /** Whether a show that was found has an invalid `show.md`. Such a show is in no index, so it has been read. */
  isBroken({ slug }: ShowSummary): boolean {
    return this.#loaded.get(slug)?.show.isBroken === true;
  }

  /** Every show, by slug, without its recaps. */
  async readShows(): Promise<Show[]> {
    const loaded = this.listSlugs().map((slug) => this.#load(slug));
    return (await Promise.all(loaded)).map(({ show }) => show);
  }

  /** A show with its recaps. */
  async readContents(summary: ShowSummary): Promise<ShowContents> {
    const { slug } = summary;
    const known = this.#contents.get(slug);
    if (known) return known;
    const { readContents } = await import('./read-contents.ts');
    const loaded = await this.#load(slug);
    const indexFile = this.#indexFiles.recapsOf(slug);
    const contents = readContents(summary, loaded, this.#paths(loaded), indexFile, this.#report);
    this.#contents.set(slug, contents);
    return contents;
  }

  /** Like `readContents`, for callers that open all or most recaps. The library does not keep the result. */
  async readToOpen(summary: ShowSummary): Promise<ShowContents> {
    const { readToOpen } = await import('./read-to-open.ts');
    const loaded = await this.#load(summary.slug);
    return readToOpen(summary, loaded, this.#paths(loaded), this.#report);
  }

  /**
   * The paths of the files in all folders of a name, by their names without extension, `show` and `people` among
   * them: for the author's tools, which report what is wrong with any of them.
   */
  listFiles(slug: string): ReadonlyMap<string, string> {
    return this.#mergeFiles(this.listLayers(slug));
  }

  /** The folders of that name with their `show.md`, the strongest first. */
  listLayers(slug: string): readonly ShowLayer[] {
    const known = this.#layers.get(slug);
    if (known) return known;
    const layers = (this.#folders.get(slug) ?? []).map((folder) => {
      return { folder, showFile: findShowFile(folder.root, folder.path) };
    });
    this.#layers.set(slug, layers);
    return layers;
  }

  #isShow(slug: string): boolean {
    return this.listLayers(slug).some((layer) => {
      return layer.showFile.kind !== 'missing' || this.#listFolder(layer).size > 0;
    });
  }

  async #readSummary(slug: string): Promise<ShowSummary> {
    const known = this.#summaries.get(slug);
    if (known) return known;
    const path = indexedPath(this.listLayers(slug));
    const kept = path === undefined ? undefined : this.#index.get(slug, path);
    const summary = kept ?? (await this.#load(slug)).show;
    this.#summaries.set(slug, summary);
    return summary;
  }

  async #load(slug: string): Promise<LoadedShow> {
    const known = this.#loaded.get(slug);
    if (known) return known;
    // what reads front matter is not loaded where the index knows all
    const { readShow } = await import('./show-layers.ts');
    const layers = this.listLayers(slug);
    const path = indexedPath(layers);
    // taken before the file is read, so that a change in between is noticed
    const stamp = path === undefined ? undefined : fingerprintOf(path);
    const loaded = readShow(slug, layers, this.#report);
    this.#loaded.set(slug, loaded);
    if (path !== undefined && !loaded.show.isBroken) this.#index.set(path, stamp, loaded.show);
    return loaded;
  }

  #paths({ layers }: LoadedShow): ShowPaths {
    const recaps = this.#mergeFiles(layers);
    const people = recaps.get(PEOPLE);
    recaps.delete(PEOPLE);
    recaps.delete(INTRODUCTION);
    return { recaps, people };
  }

  /** Of the files with one name that of the strongest folder. */
  #mergeFiles(layers: readonly ShowLayer[]): Map<string, string> {
    const merged = new Map<string, string>();
    for (const layer of [...layers].reverse()) {
      for (const [slug, path] of this.#listFolder(layer)) merged.set(slug, path);
    }
    return merged;
  }

  #listFolder(layer: ShowLayer): ReadonlyMap<string, string> {
    const known = this.#files.get(layer);
    if (known) return known;
    const files = listMarkdown(layer.folder, layer.showFile, this.#report);
    this.#files.set(layer, files);
    return files;
  }

  #report = (path: string, problem: Problem): void => {
    this.problems.push({ path, problem });
  };
}

/** The only `show.md` of a show, which is its key in the index. Shows merged from several are not indexed. */
function indexedPath(layers: readonly ShowLayer[]): string | undefined {
  const [first, ...others] = layers.filter(({ showFile }) => showFile.kind !== 'missing');
  return first?.showFile.kind === 'file' && others.length === 0 ? first.showFile.path : undefined;
}
