// Bundles the program into dist/: production React, one chunk for what each command needs. Then writes the JSON
// Schemas of front matter into schema/, made from the schemas that the program reads it with.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { build } from 'rolldown';
import { input, output } from './bundle.mjs';

rmSync('dist', { recursive: true, force: true });
const { output: files } = await build({ ...input, output });
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');

// which modules are in which file, for the test of what each command loads
const contents = files.map(({ fileName, moduleIds }) => [
  fileName,
  moduleIds.map((id) => relative('.', id).replaceAll('\\', '/')),
]);
mkdirSync('node_modules/.cache/recap', { recursive: true });
writeFileSync(
  'node_modules/.cache/recap/bundle.json',
  JSON.stringify(Object.fromEntries(contents)),
);

const schemas = 'node_modules/.cache/recap/json-schema.mjs';
await build({
  input: 'src/model/json-schema.ts',
  platform: 'node',
  external: /node_modules/,
  output: { file: schemas, format: 'esm' },
});
const { jsonSchema } = await import(`../${schemas}`);
mkdirSync('schema', { recursive: true });
for (const kind of ['recap', 'show']) {
  writeFileSync(`schema/${kind}.schema.json`, `${JSON.stringify(jsonSchema(kind), null, 2)}\n`);
}
