// Runs a TypeScript file of the project: `node scripts/run.mjs FILE [ARGUMENTS]`.
import { load } from './load.mjs';

const [file] = process.argv.splice(2, 1);
await load(file);
