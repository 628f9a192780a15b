import manifest from '../../../package.json' with { type: 'json' };
import type { ShowSummary } from '../../gated/show.ts';
import type { EpisodeCode } from '../../model/episode.ts';
import { ViewingOrder } from '../../model/order.ts';
import { FileIndex } from '../cache/file-index.ts';

/** Changes with what is read out of a file: the program's version, and how its index is written. */
export const INDEX_VERSION = `${manifest.version}/1`;

/** Of a show what the index keeps: nothing that waits for an episode, so neither its titles nor its secrets. */
interface IndexedShow {
  readonly title: string;
  readonly year: number | null;
  readonly network: string | null;
  readonly codes: readonly EpisodeCode[];
  readonly isListed: boolean;
}

/** What lists tell of shows, as far as their `show.md` is as it was when it was read. */
export class ShowIndex {
  readonly #index: FileIndex<IndexedShow>;

  /** @param file where it is kept; `undefined`: nowhere */
  constructor(file: string | undefined) {
    this.#index = new FileIndex(file, INDEX_VERSION, isKeptShow);
  }

  /** @param path of its `show.md` */
  get(slug: string, path: string): ShowSummary | undefined {
    const kept = this.#index.get(path);
    if (!kept) return undefined;
    const { title, year, network, codes, isListed } = kept;
    return { slug, title, year, network, order: new ViewingOrder(codes, isListed) };
  }

  set(path: string, { title, year, network, order }: ShowSummary): void {
    const { codes, isListed } = order;
    this.#index.set(path, { title, year, network, codes, isListed });
  }

  /** @param isAll whether all shows have been asked for, so that the others are there no more */
  save(isAll: boolean): void {
    this.#index.save(isAll);
  }
}

function isKeptShow(value: unknown): value is IndexedShow {
  return (
    typeof value === 'object' && value !== null && 'codes' in value && Array.isArray(value.codes)
  );
}
