import { basename, sep } from 'node:path';
import type { AuthorShow } from '../check/author-file.ts';
import { checkShow } from '../check/check-show.ts';
import type { Finding } from '../check/finding.ts';
import { readAuthorShow } from '../check/read-author-show.ts';
import type { ShowMemory } from '../check/show-memory.ts';
import type { Library } from '../store/library/library.ts';
import type { ShowLayer } from '../store/library/show-layers.ts';

interface Surroundings {
  readonly folder: string;
  readonly memory: ShowMemory;
  /** Opens the library that the show is in. */
  readonly library: () => Library;
  /** The paths of its files that are open in the editor, saved or not. */
  readonly openFiles: () => readonly string[];
}

/** A show whose files are being edited. */
export class OpenShow {
  readonly #surroundings: Surroundings;
  #listed:
    | { readonly files: ReadonlyMap<string, string>; readonly layers: readonly ShowLayer[] }
    | undefined;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  get folder(): string {
    return this.#surroundings.folder;
  }

  /** What is wrong in its folder, as `recap check` would say it of the texts in the editor. */
  check(): Finding[] {
    const { files, layers } = this.#files();
    const findings = checkShow(basename(this.folder), files, layers, this.#surroundings.memory);
    return findings.filter(({ at, isAccepted }) => {
      return !isAccepted && at.path.startsWith(this.folder + sep);
    });
  }

  /** Its files as their author sees them. */
  read(): AuthorShow {
    const { files, layers } = this.#files();
    return readAuthorShow(basename(this.folder), files, layers, this.#surroundings.memory);
  }

  forgetFiles(): void {
    this.#listed = undefined;
  }

  #files() {
    const slug = basename(this.folder);
    if (!this.#listed) {
      const library = this.#surroundings.library();
      this.#listed = { files: library.listFiles(slug), layers: library.listLayers(slug) };
    }
    const { files, layers } = this.#listed;
    // a file that was not saved yet is none of the library's
    const open = this.#surroundings
      .openFiles()
      .map((path) => [basename(path, '.md'), path] as const);
    return { files: new Map([...files, ...open]), layers };
  }
}
