import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Host } from '../app/host.ts';
import { foldersOf } from '../app/open-library.ts';
import { ShowMemory } from '../check/show-memory.ts';
import { INTRODUCTION } from '../model/introduction.ts';
import { fingerprintOf } from '../store/cache/fingerprint.ts';
import { isWithin, readWhole } from '../store/library/file.ts';
import { addedFolder } from '../store/library/folders.ts';
import { Library } from '../store/library/library.ts';
import { findShowFile } from '../store/library/show-file.ts';
import { OpenShow } from './open-show.ts';

const SHOW_FILE = `${INTRODUCTION}.md`;

/** The shows whose files are open in an editor, with the texts as the editor has them. */
export class Workspace {
  readonly #host: Host;
  readonly #library: readonly string[] | undefined;
  readonly #documents: () => readonly TextDocument[];
  readonly #shows = new Map<string, OpenShow>();
  readonly #files = new Map<string, { readonly stamp: string | undefined; bytes: Uint8Array }>();
  readonly #open = new WeakMap<TextDocument, { readonly version: number; bytes: Uint8Array }>();

  /** @param documents returns the open documents */
  constructor(
    host: Host,
    library: readonly string[] | undefined,
    documents: () => readonly TextDocument[],
  ) {
    this.#host = host;
    this.#library = library;
    this.#documents = documents;
  }

  /**
   * The show that a document belongs to; `undefined` if it is not a recap in a folder with a `show.md`. Added shows are
   * excluded: they are not for editing, and an editor must not show what they hide.
   */
  showOf(uri: string): OpenShow | undefined {
    const path = pathOf(uri);
    if (path === undefined || !path.endsWith('.md')) return undefined;
    const folder = dirname(path);
    const added = addedFolder(this.#host);
    if (added !== undefined && isWithin(added, folder)) return undefined;
    if (!this.#hasShowFile(folder)) return undefined;
    const known = this.#shows.get(folder);
    if (known) return known;
    const show = new OpenShow({
      folder,
      memory: new ShowMemory((file) => this.#read(file)),
      library: () => {
        const root = { path: dirname(folder), isExpected: true };
        return Library.open([root, ...foldersOf(this.#library, this.#host)]);
      },
      openFiles: () => this.#openFiles(folder),
    });
    this.#shows.set(folder, show);
    return show;
  }

  /** To be called when something was saved, opened or closed, because the list of files may have changed. */
  forgetFiles(): void {
    for (const show of this.#shows.values()) show.forgetFiles();
  }

  #hasShowFile(folder: string): boolean {
    if (findShowFile(dirname(folder), folder).kind !== 'missing') return true;
    return this.#openFiles(folder).some((path) => basename(path) === SHOW_FILE);
  }

  #openFiles(folder: string): string[] {
    return this.#documents().flatMap(({ uri }) => {
      const path = pathOf(uri);
      return path !== undefined && dirname(path) === folder && path.endsWith('.md') ? [path] : [];
    });
  }

  /** A file as the editor has it, else as the disk does. @throws {RecapError} */
  #read(path: string): Uint8Array {
    const document = this.#documents().find(({ uri }) => pathOf(uri) === path);
    if (document) {
      const kept = this.#open.get(document);
      if (kept?.version === document.version) return kept.bytes;
      const bytes = Buffer.from(document.getText());
      this.#open.set(document, { version: document.version, bytes });
      return bytes;
    }
    const stamp = fingerprintOf(path);
    const kept = this.#files.get(path);
    // one that has only just changed may change again unseen
    if (kept && stamp !== undefined && kept.stamp === stamp) return kept.bytes;
    const bytes = readWhole(path);
    const isSame = kept !== undefined && Buffer.compare(kept.bytes, bytes) === 0;
    const entry = { stamp, bytes: isSame ? kept.bytes : bytes };
    this.#files.set(path, entry);
    return entry.bytes;
  }
}

/** The path of a document that is a file. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? join(fileURLToPath(uri)) : undefined;
  } catch {
    return undefined;
  }
}
