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

  /** As the library writes it, whatever form the file system has. */
  get #slug(): string {
    return basename(this.folder).normalize('NFC');
  }

  /** What is wrong in its folder, as `recap check` would say it of the texts in the editor. */
  check(): Finding[] {
    const { files, layers } = this.#files();
    const findings = checkShow(this.#slug, files, layers, this.#surroundings.memory);
    return findings.filter(({ at, isAccepted }) => {
      return !isAccepted && at.path.startsWith(this.folder + sep);
    });
  }

  /** Its files as their author sees them. */
  read(): AuthorShow {
    const { files, layers } = this.#files();
    return readAuthorShow(this.#slug, files, layers, this.#surroundings.memory);
  }

  forgetFiles(): void {
    this.#listed = undefined;
  }

  #files() {
    const slug = this.#slug;
    if (!this.#listed) {
      const library = this.#surroundings.library();
      this.#listed = { files: library.listFiles(slug), layers: library.listLayers(slug) };
    }
    const { files, layers } = this.#listed;
    // the library does not have files that have never been saved
    const open = this.#surroundings
      .openFiles()
      .map((path) => [basename(path, '.md').normalize('NFC'), path] as const);
    return { files: new Map([...files, ...open]), layers };
  }
}
