import type { Show } from '../gated/show.ts';
import type { ShowLayer } from '../store/library/show-layers.ts';
import type { AuthorHead, AuthorRecap } from './author-file.ts';

/** The bytes of a file: the same object as long as they have not changed. @throws {RecapError} */
export type ReadFile = (path: string) => Uint8Array;

/** What was read of a show, so that an editor can read it again at every key. */
export class ShowMemory {
  readonly #read: ReadFile;
  #head: { readonly parts: readonly unknown[]; readonly head: AuthorHead } | undefined;
  readonly #recaps = new Map<
    string,
    { readonly bytes: Uint8Array; readonly show: Show; readonly recap: AuthorRecap }
  >();

  constructor(read: ReadFile) {
    this.#read = read;
  }

  /** @throws {RecapError} where the file cannot be read */
  read(path: string): Uint8Array {
    return this.#read(path);
  }

  /** What `make` gave for the same files. */
  head(layers: readonly ShowLayer[], make: () => AuthorHead): AuthorHead {
    const parts = layers.flatMap(({ folder, showFile }) => {
      return [
        folder.path,
        showFile.kind,
        showFile.kind === 'file' ? this.#part(showFile.path) : '',
      ];
    });
    const kept = this.#head;
    const isSame =
      kept?.parts.length === parts.length && parts.every((part, at) => part === kept.parts[at]);
    if (kept && isSame) return kept.head;
    const head = make();
    this.#head = { parts, head };
    return head;
  }

  /** What `make` gave for the same bytes of a show that has not changed. */
  recap(path: string, bytes: Uint8Array, show: Show, make: () => AuthorRecap): AuthorRecap {
    const kept = this.#recaps.get(path);
    if (kept?.bytes === bytes && kept.show === show) return kept.recap;
    const recap = make();
    this.#recaps.set(path, { bytes, show, recap });
    return recap;
  }

  /** What tells whether a file has changed; one that cannot be read always has. */
  #part(path: string): unknown {
    try {
      return this.#read(path);
    } catch {
      return Symbol('unreadable');
    }
  }
}
