import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const CACHE = 'node_modules/.cache/recap';

/** What a source file of the program exports. @param {string} path */
export async function load(path) {
  mkdirSync(CACHE, { recursive: true });
  // within the project, so that packages are found; several builds may run at once
  const dir = mkdtempSync(join(CACHE, 'load-'));
  try {
    const file = join(dir, 'main.mjs');
    const output = { file, format: 'esm', codeSplitting: false };
    await build({
      input: path,
      platform: 'node',
      external: /node_modules/,
      output,
      logLevel: 'warn',
    });
    return await import(pathToFileURL(resolve(file)).href);
  } finally {
    rmSync(dir, { recursive: true });
  }
}
