import * as z from 'zod/mini';
import type { Field, Fields } from './field.ts';
import { recapSchema, showSchema } from './front-matter.ts';
import { RECAP_FIELDS } from './recap-fields.ts';
import { SHOW_FIELDS } from './show-fields.ts';

/** Values whose written form their schema does not describe. */
const WRITTEN: Readonly<Record<string, object>> = {
  code: { pattern: '^(?:[sS]\\d{1,3}\\s?[eE]\\d{1,4}|\\d{1,3}[xX]\\d{1,4})$' },
  date: { pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  // editors read these as numbers
  year: { type: ['string', 'integer'] },
  season: { type: ['string', 'integer'] },
};

/**
 * The JSON Schema of front matter for editors, generated from the table of fields. `scripts/build.mjs` writes it to
 * `schema/`.
 */
export function jsonSchema(kind: 'recap' | 'show'): z.core.JSONSchema.BaseSchema {
  const [schema, fields] =
    kind === 'show' ? ([showSchema, SHOW_FIELDS] as const) : ([recapSchema, RECAP_FIELDS] as const);
  const made = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema, path }) {
      const field = fieldAt(fields, path);
      if (field) {
        jsonSchema.description = plainText(field.about);
        if (typeof field.value === 'string') Object.assign(jsonSchema, WRITTEN[field.value]);
      }
      if (zodSchema instanceof z.ZodMiniObject) jsonSchema.additionalProperties = false;
    },
  });
  return { ...made, title: kind === 'show' ? 'show.md of recap' : 'A recap' };
}

/** The field at a path such as `properties`, `episodes`, `items`, `properties`, `code`. */
function fieldAt(fields: Fields, path: readonly (string | number)[]): Field | undefined {
  let inner: Fields = fields;
  let field: Field | undefined;
  for (const [index, part] of path.entries()) {
    if (path[index - 1] !== 'properties') continue;
    field = inner[String(part)];
    inner = typeof field?.value === 'object' ? field.value.entries : {};
  }
  return path.at(-2) === 'properties' ? field : undefined;
}

/** Without links, which editors do not follow. */
function plainText(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
