import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache/cache-folder.ts';
import { keepCompiledCode } from './cache/code-cache.ts';

const folder = cacheFolder({ env: process.env, platform: process.platform, home: homedir });
if (folder !== undefined) {
  keepCompiledCode(dirname(fileURLToPath(import.meta.url)), join(folder, 'code'));
}

import('./cli.ts');
