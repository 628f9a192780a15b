// Bundles the program into dist/: production React, one chunk for what each command needs. Then writes what
// is made from the program's own tables: the JSON Schemas into schema/, the manual page into man/, and the scripts for shells into
// completions/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { build } from 'rolldown';
import { input, output } from './bundle.mjs';
import { load } from './load.mjs';

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

const { jsonSchema } = await load('src/model/json-schema.ts');
const { configSchema } = await load('src/store/config/json-schema.ts');
const schemas = { recap: jsonSchema('recap'), show: jsonSchema('show'), config: configSchema() };
mkdirSync('schema', { recursive: true });
for (const [kind, schema] of Object.entries(schemas)) {
  writeFileSync(`schema/${kind}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}

const { manual } = await load('src/cli/manual/manual.ts');
const { SOURCE_DATE_EPOCH } = process.env;
const made = SOURCE_DATE_EPOCH ? new Date(Number(SOURCE_DATE_EPOCH) * 1000) : new Date();
mkdirSync('man', { recursive: true });
writeFileSync('man/recap.1', await manual(made.toISOString().slice(0, 10)));

const { SCRIPTS } = await load('src/cli/completion-scripts.ts');
mkdirSync('completions', { recursive: true });
// named as each shell looks for them
const names = { bash: 'recap.bash', zsh: '_recap', fish: 'recap.fish' };
for (const [shell, script] of Object.entries(SCRIPTS)) {
  writeFileSync(`completions/${names[shell]}`, script);
}
