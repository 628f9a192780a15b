import { resolve } from 'node:path';
import { dependencies } from './dependencies.mjs';
import { preval } from './preval.mjs';

/**
 * The MCP SDK's variant for browsers: its validator of JSON Schemas has a seventh of the size of the one for Node. recap
 * never asks a client to fill in a form, which is all that is validated so (docs/start-up.md).
 */
const SDK_SHIMS = 'node_modules/@modelcontextprotocol/server/dist/shimsBrowser.mjs';

/** What Rolldown makes the program of. */
export const input = {
  input: 'src/start.ts',
  platform: 'node',
  resolve: { alias: { '@modelcontextprotocol/server/_shims': resolve(SDK_SHIMS) } },
  plugins: [dependencies, preval],
  transform: { target: 'node20', define: { 'process.env.NODE_ENV': '"production"' } },
};

/** CommonJS, as Node 20 starts it a good deal sooner than modules (docs/start-up.md). */
export const output = {
  dir: 'dist',
  format: 'cjs',
  minify: true,
  comments: { legal: false },
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  // every file takes about a hundredth of an empty process, so that what is loaded together is one
  codeSplitting: {
    groups: [
      { name: 'start', test: /src.(?:start\.ts|store.cache.(?!file-index))/, priority: 5 },
      { name: 'cli', test: /src.cli.main\.ts$/, priority: 4 },
      { name: 'list', test: /cli.commands.(?:list|watched)\.ts$/, priority: 3 },
      // what a command with settings to read loads of the library
      {
        name: 'yaml',
        test: /node_modules.js-yaml|model.yaml-places\.ts$|config.read-settings\.ts$/,
        priority: 3,
      },
      // and what an assistant's first message needs of it
      { name: 'zod', test: /node_modules.zod.v4.mini/, priority: 3 },
      { name: 'library', test: /library.(?:read-contents|show-layers)\.ts$/, priority: 2 },
      { name: 'read', test: /cli.(?:commands.read|print-view)\.ts$/, priority: 1 },
    ],
  },
};
