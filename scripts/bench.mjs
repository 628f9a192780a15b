// Bundles the benchmark, which is TypeScript, and runs it.
import { build } from 'rolldown';

const file = 'node_modules/.cache/recap/bench.mjs';
await build({
  input: 'bench/run.ts',
  platform: 'node',
  external: /node_modules/,
  output: { file, format: 'esm' },
});
await import(`../${file}`);
