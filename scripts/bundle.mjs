import { dependencies } from './dependencies.mjs';

/** What Rolldown makes the program of. */
export const input = {
  input: 'src/cli.ts',
  platform: 'node',
  plugins: [dependencies],
  transform: { target: 'node20', define: { 'process.env.NODE_ENV': '"production"' } },
};

/** CommonJS, as Node 20 starts it a good deal sooner than modules (docs/performance.md). */
export const output = {
  dir: 'dist',
  format: 'cjs',
  minify: true,
  comments: { legal: false },
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
};
