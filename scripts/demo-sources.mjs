// Serves invented shows in the shape of the services that recap asks, so that `recap add` can be tried without a network.
import { build } from 'rolldown';

const file = 'node_modules/.cache/recap/demo-sources.mjs';
await build({
  input: 'tests/support/demo-sources/main.ts',
  platform: 'node',
  external: /node_modules/,
  output: { file, format: 'esm' },
  logLevel: 'warn',
});
await import(`../${file}`);
