import { homedir } from 'node:os';
import { join } from 'node:path';
import { keepCompiledCode } from './store/cache/code-cache.ts';
import { platformFolder } from './store/disk/platform-folder.ts';

// Node's own switch for compiled code on disk
const isOff = Boolean(process.env.NODE_DISABLE_COMPILE_CACHE);
const folder = platformFolder('cache', {
  env: process.env,
  platform: process.platform,
  home: homedir,
});
if (folder !== undefined && !isOff) {
  keepCompiledCode(import.meta.dirname, join(folder, 'code'));
}

import('./cli/main.ts');
