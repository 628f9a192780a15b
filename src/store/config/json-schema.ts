import { SETTINGS } from './settings.ts';

/** The JSON Schema of `config.yaml` for editors: `scripts/build.mjs` writes it to `schema/`. */
export function configSchema() {
  const properties = SETTINGS.map(({ name, about, schema, example }) => {
    return [
      name,
      { description: `${about} Example: \`${name}: ${example}\`.`, ...schema },
    ] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'config.yaml of recap',
    type: 'object',
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  };
}
