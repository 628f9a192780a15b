// Bundles the program into dist/: production React, one chunk for what each command needs. Then writes the JSON
// Schemas of front matter into schema/, made from the schemas that the program reads it with.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'rolldown';
import { input, output } from './bundle.mjs';

rmSync('dist', { recursive: true, force: true });
await build({ ...input, output });
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');

const schemas = 'node_modules/.cache/recap/json-schema.mjs';
await build({
  input: 'src/recap/json-schema.ts',
  platform: 'node',
  external: /node_modules/,
  output: { file: schemas, format: 'esm' },
});
const { jsonSchema } = await import(`../${schemas}`);
mkdirSync('schema', { recursive: true });
for (const kind of ['recap', 'show']) {
  writeFileSync(`schema/${kind}.schema.json`, `${JSON.stringify(jsonSchema(kind), null, 2)}\n`);
}
