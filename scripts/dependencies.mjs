// What the bundle has of some dependencies instead of what their files say: less code, or code that runs later.
import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

/** What is laid out without asking the tables, so that Ink does not ask them either. */
const importNarrow = `import { isNarrow } from ${JSON.stringify(resolve('src/text/narrow.ts'))};`;

/** Yoga as WebAssembly, in a data address. */
const BINARY = 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js';

/**
 * @typedef {object} Change
 * @property {string} file below `node_modules`
 * @property {(source: string) => string | Promise<string>} apply
 */

/** @type {readonly Change[]} */
const CHANGES = [
  {
    // gray-matter's own engines run code; recap brings its YAML engine, so none of them is in the bundle
    file: 'gray-matter/lib/engines.js',
    apply: () => 'module.exports = {};',
  },
  {
    // only for commands in files of their own, which recap has none of; it takes as long as Commander itself
    file: 'commander/lib/command.js',
    apply: replacing([["require('node:child_process')", '{}']]),
  },
  {
    // Tables that ICU makes take a quarter of an empty process, for the few texts that are not simple. Even a
    // literal that is never reached takes it, when its file is parsed.
    file: 'string-width/index.js',
    apply: replacing([
      ["import stripAnsi from 'strip-ansi';", `import stripAnsi from 'strip-ansi';${importNarrow}`],
      ['/^[\\u0020-\\u007E]*$/.test(string)', 'isNarrow(string)'],
      ['new Intl.Segmenter()', later('new Intl.Segmenter()', 'segment')],
      ['/^\\p{RGI_Emoji}$/v', later(String.raw`new RegExp('^\\p{RGI_Emoji}$', 'v')`, 'test')],
    ]),
  },
  {
    // its fields are set by a function that all classes share, which is slow
    file: 'markdown-it/dist/markdown-it.mjs',
    apply: (source) =>
      source.replace(/_defineProperty\(\s*this,\s*(?:\/\*.*?\*\/\s*)?("\w+"),/gs, '(this[$1] ='),
  },
  {
    // Ink's development tools, for which `DEV` in the environment makes it wait: CommonJS cannot
    file: 'ink/build/reconciler.js',
    apply: replacing([
      ["await import('./devtools.js');", ''],
      ['await loadPackageJson()', '{}'],
    ]),
  },
  {
    // Yoga's WebAssembly is made at once: its own way goes through `fetch`, which loads all of Node's
    file: 'yoga-layout/dist/src/index.js',
    apply: async (source) => {
      const wasm = await readFile(join('node_modules', BINARY), 'utf8').then(wasmOf);
      return replacing([['wrapAssembly(await loadYoga())', `wrapAssembly(yoga)`]])(source).replace(
        'const Yoga =',
        `const yoga = {
          instantiateWasm(imports, receive) {
            const module = new WebAssembly.Module(Buffer.from('${wasm}', 'base64'));
            const instance = new WebAssembly.Instance(module, imports);
            receive(instance);
            return instance.exports;
          },
        };
        loadYoga(yoga);
        const Yoga =`,
      );
    },
  },
  {
    file: BINARY,
    apply: (source) => source.replace(wasmOf(source), ''),
  },
];

/** @param {string} source */
function wasmOf(source) {
  const found = /data:application\/octet-stream;base64,([\w+/=]+)/.exec(source)?.[1];
  if (!found) throw new Error('Yoga no longer holds its WebAssembly as a data address');
  return found;
}

/** An expression that is worked out when one of its methods is first called. */
function later(expression, method) {
  return `(() => { let made; return { ${method}: (text) => (made ??= ${expression}).${method}(text) }; })()`;
}

/** @param {readonly (readonly [string, string])[]} pairs what stands in the file, and what is to stand there */
function replacing(pairs) {
  return (source) =>
    pairs.reduce((text, [from, to]) => {
      if (text.split(from).length !== 2) throw new Error(`not once in the dependency: ${from}`);
      return text.replace(from, () => to);
    }, source);
}

/** @type {Set<Change>} */
const made = new Set();

/** A Rolldown plugin that makes the changes, and fails if one of them no longer applies. */
export const dependencies = {
  name: 'dependencies',
  async load(id) {
    const file = relative('node_modules', id).replaceAll('\\', '/');
    const change = CHANGES.find((change) => change.file === file);
    if (!change) return undefined;
    const source = await readFile(id, 'utf8');
    const code = await change.apply(source);
    if (code === source) throw new Error(`nothing to change in ${file}`);
    made.add(change);
    return code;
  },
  buildEnd(error) {
    const left = CHANGES.filter((change) => !made.has(change)).map(({ file }) => file);
    if (!error && left.length > 0) throw new Error(`not in the bundle: ${left.join(', ')}`);
  },
};
