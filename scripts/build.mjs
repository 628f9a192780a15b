// Bundles the program into dist/: production React, one chunk for what each command needs. Then writes the JSON
// Schemas of front matter and settings into schema/, made from the tables that the program reads them with.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative } from 'node:path';
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

/** What a source file of the program exports. */
async function load(path) {
  const file = `node_modules/.cache/recap/${basename(path, '.ts')}-${basename(dirname(path))}.mjs`;
  await build({
    input: path,
    platform: 'node',
    external: /node_modules/,
    output: { file, format: 'esm' },
  });
  return await import(`../${file}`);
}

const { jsonSchema } = await load('src/model/json-schema.ts');
const { configSchema } = await load('src/store/config/json-schema.ts');
const schemas = { recap: jsonSchema('recap'), show: jsonSchema('show'), config: configSchema() };
mkdirSync('schema', { recursive: true });
for (const [kind, schema] of Object.entries(schemas)) {
  writeFileSync(`schema/${kind}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
