import type { AirDates } from '../model/air-dates.ts';
import { fieldNames, type IndexedKey, type VisibleOf } from '../model/field.ts';
import type { ViewingOrder } from '../model/order.ts';
import { SHOW_FIELDS, type ShowFrontMatter } from '../model/show-fields.ts';
import type { ClosedSecrets } from './secrets.ts';

/** The fields of a show that lists and the index hold. `null` if missing or if it holds a secret. */
export type ShowSummaryFields = VisibleOf<typeof SHOW_FIELDS, IndexedKey<typeof SHOW_FIELDS>>;

/** What lists of shows say about a show, whatever the reader's place. */
export interface ShowSummary extends ShowSummaryFields {
  readonly slug: string;
  readonly order: ViewingOrder;
  /** At least those of the episodes that have not aired. Only that of the next one is ever told. */
  readonly airDates: AirDates;
}

/**
 * The fields of a show that lists and the index hold. The slug replaces a title that is missing or holds a secret.
 *
 * @param secrets all secrets of the show, as its name is used everywhere and cannot depend on a place
 */
export function summaryOf(
  slug: string,
  frontMatter: Partial<ShowFrontMatter>,
  secrets: ClosedSecrets,
): ShowSummaryFields {
  const values = new Map<string, unknown>(Object.entries(frontMatter));
  const fields = Object.fromEntries(
    INDEXED.map((name) => {
      const value = values.get(name) ?? null;
      return [name, typeof value === 'string' ? secrets.withheld(value) : value];
    }),
  );
  const summary = { ...fields, title: fields.title ?? slug };
  if (isSummary(summary)) return summary;
  throw new Error('the table of fields of `show.md` has changed');
}

/** Whether a value has all of these fields. */
export function isSummary(value: object): value is ShowSummaryFields {
  return INDEXED.every((name) => name in value);
}

const INDEXED = fieldNames(SHOW_FIELDS, ({ isIndexed }) => isIndexed);
