import { statSync } from 'node:fs';
import manifest from '../../../package.json' with { type: 'json' };
import { isSummary, type ShowSummary, type ShowSummaryFields } from '../../gated/show-summary.ts';
import type { EpisodeCode } from '../../model/episode.ts';
import { fieldNames } from '../../model/field.ts';
import { ViewingOrder } from '../../model/order.ts';
import { SHOW_FIELDS } from '../../model/show-fields.ts';
import { FileIndex } from '../cache/file-index.ts';
import type { Fingerprint } from '../cache/fingerprint.ts';

/** Changes with what is read out of a file: the program's version, and how its index is written. */
export const INDEX_VERSION = `${manifest.version}/3`;

/** What the index keeps of a show: nothing that waits for an episode, so neither its titles nor its secrets. */
interface IndexedShow {
  readonly fields: ShowSummaryFields;
  readonly codes: readonly EpisodeCode[];
  readonly isListed: boolean;
  /** The days on which episodes air that had not aired when the file was written. */
  readonly airDates: readonly (readonly [EpisodeCode, string])[];
}

/** What lists tell of shows, as far as their `show.md` is as it was when it was read. */
export class ShowIndex {
  readonly #index: FileIndex<IndexedShow>;

  /** @param file where it is kept; `undefined`: nowhere */
  constructor(file: string | undefined) {
    this.#index = new FileIndex(file, INDEX_VERSION, isIndexedShow);
  }

  /** @param path of its `show.md` */
  get(slug: string, path: string): ShowSummary | undefined {
    const kept = this.#index.get(path);
    if (!kept) return undefined;
    const { fields, codes, isListed, airDates } = kept;
    const order = new ViewingOrder(codes, isListed);
    // what is spread comes last, as V8 takes many times as long to add to a copy; `set` keeps none of the other names
    return { slug, order, airDates: new Map(airDates), ...fields };
  }

  /** @param stamp taken before `show.md` was read */
  set(path: string, stamp: Fingerprint | undefined, summary: ShowSummary): void {
    const names = fieldNames(SHOW_FIELDS, ({ isIndexed }) => isIndexed);
    const fields = Object.fromEntries(
      Object.entries(summary).filter(([name]) => names.some((known) => known === name)),
    );
    const { codes, isListed } = summary.order;
    const airDates = comingDates(path, summary);
    if (isSummary(fields)) this.#index.set(path, stamp, { fields, codes, isListed, airDates });
  }

  /** @param isAll whether all shows have been asked for, so that the others are there no more */
  save(isAll: boolean): void {
    this.#index.save(isAll);
  }
}

/** What is past stays past, so that it need not be kept. */
function comingDates(path: string, { airDates }: ShowSummary): [EpisodeCode, string][] {
  if (airDates.size === 0) return [];
  const written = statSync(path, { throwIfNoEntry: false })?.mtime ?? new Date(0);
  return [...airDates].filter(([, day]) => day >= written.toISOString().slice(0, 10));
}

function isIndexedShow(value: unknown): value is IndexedShow {
  if (typeof value !== 'object' || value === null) return false;
  if (!('codes' in value && Array.isArray(value.codes) && 'fields' in value)) return false;
  if (!('airDates' in value && Array.isArray(value.airDates))) return false;
  return typeof value.fields === 'object' && value.fields !== null && isSummary(value.fields);
}
