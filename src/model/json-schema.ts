import * as z from 'zod/mini';
import { recapSchema, showSchema } from './front-matter.ts';

/** Codes as people write them; `front-matter.ts` reads them all. */
const CODE = '^(?:[sS]\\d{1,3}\\s?[eE]\\d{1,4}|\\d{1,3}[xX]\\d{1,4})$';

/** What a value is for, by its key: editors show it. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  title: 'What it is called. An episode recap takes the title of the show’s list.',
  episode: 'The episode that it is about, and its gate: S01E10.',
  after: 'The gate: it opens once this episode has been watched.',
  summary: 'One line that everybody may read.',
  author: 'Who wrote it.',
  published: 'A date: 2020-12-14.',
  source: 'The address of what it was made from.',
  tags: 'Words to find it by.',
  year: 'The year in which the show began.',
  network: 'Where it was shown.',
  episodes: 'The episodes in viewing order.',
  code: 'The episode’s code: S01E10.',
  aka: 'Its titles in other languages.',
  secrets: 'Phrases that no sentence shows before their episode.',
  phrase: 'Words that tell it, in any order.',
};

/**
 * The JSON Schema of front matter for editors, made from the schema that reads it: `scripts/build.mjs` writes
 * it to `schema/`.
 */
export function jsonSchema(kind: 'recap' | 'show'): z.core.JSONSchema.BaseSchema {
  const schema = kind === 'show' ? showSchema : recapSchema;
  const made = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema, path }) {
      const key = String(path.at(-1) ?? '');
      const description = DESCRIPTIONS[key];
      if (path.at(-2) === 'properties' && description) jsonSchema.description = description;
      if (key === 'code' || key === 'after' || key === 'episode') jsonSchema.pattern = CODE;
      // editors read a year as a number
      if (key === 'year') Object.assign(jsonSchema, { type: ['string', 'integer'] });
      if (key === 'published') jsonSchema.pattern = '^\\d{4}-\\d{2}-\\d{2}$';
      if (zodSchema instanceof z.ZodMiniObject) jsonSchema.additionalProperties = false;
    },
  });
  return { ...made, title: kind === 'show' ? 'show.md of recap' : 'A recap' };
}
