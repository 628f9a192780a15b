import type { ShowSummary } from '../gated/show-summary.ts';
import { type JsonPlace, jsonNames } from '../model/field.ts';
import { RECAP_FIELDS } from '../model/recap-fields.ts';
import { SHOW_FIELDS } from '../model/show-fields.ts';
import type { VisibleListing } from './front-matter.ts';
import type { View } from './view.ts';

type JsonFields = Readonly<Record<string, unknown>>;

/** The fields of a recap in the JSON of lists, stories and recaps, by name (docs/json.md). */
export function recapJsonFields(view: View, place: Exclude<JsonPlace, 'none'>): JsonFields {
  return picked(view, jsonNames(RECAP_FIELDS, place));
}

/** The fields of a recap in the JSON of lists, by name. */
export function listedJsonFields(recap: VisibleListing): JsonFields {
  return picked(recap, jsonNames(RECAP_FIELDS, 'list'));
}

/** The fields of a show in JSON, by name. */
export function showJsonFields(show: ShowSummary): JsonFields {
  return picked(show, jsonNames(SHOW_FIELDS, 'list'));
}

function picked(source: object, names: readonly string[]): JsonFields {
  const values = new Map<string, unknown>(Object.entries(source));
  return Object.fromEntries(names.map((name) => [name, values.get(name) ?? null]));
}
