import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { readCacheFile, removeCacheFile, writeCacheFile } from './cache-file.ts';
import { fingerprintOf } from './fingerprint.ts';
import { shortName } from './short-name.ts';

/** What a kept file begins with: the stamp of what was compiled, filled up. */
const NAME_SIZE = 64;

const require = createRequire(import.meta.filename);

/**
 * Keeps the compiled code of the program's own files, so that the next start need not compile them: that takes
 * about as long as running them.
 *
 * Node's own cache (`module.enableCompileCache`, from version 22 on) is not used, as it keeps those functions
 * that have run, which may depend on what is gated. Here a file is compiled whole, and kept before any of it has
 * run. V8 breaks on damaged code, which `readCacheFile` does not return.
 *
 * @param program the folder of the program's files
 * @param folder where to keep it
 */
export function keepCompiledCode(program: string, folder: string): void {
  const kept = join(folder, `${process.version}-${process.arch}-${shortName(program)}`);
  const { extensions } = require;
  const load = extensions['.js'];
  extensions['.js'] = (target, path) => {
    const stamp = dirname(path) === program ? fingerprintOf(path) : undefined;
    if (stamp === undefined) load?.(target, path);
    else run(compiled(path, stamp, join(kept, `${basename(path)}.code`)), target, path);
  };
}

function compiled(path: string, stamp: string, file: string): Script {
  const source = `(function (exports, require, module, __filename, __dirname) { ${readFileSync(path, 'utf8')}\n});`;
  const name = stamp.padEnd(NAME_SIZE);
  const kept = readCacheFile(file);
  if (kept?.toString('latin1', 0, NAME_SIZE) === name) {
    const script = new Script(source, { filename: path, cachedData: kept.subarray(NAME_SIZE) });
    // made with other V8 flags; V8 would not compile it whole in this process, so the next start does
    if (script.cachedDataRejected) removeCacheFile(file);
    return script;
  }
  const script = wholly(() => new Script(source, { filename: path }));
  writeCacheFile(file, Buffer.concat([Buffer.from(name), script.createCachedData()]));
  return script;
}

/** Compiles with every function, not only those that run. */
function wholly(compile: () => Script): Script {
  const v8: typeof import('node:v8') = require('node:v8');
  v8.setFlagsFromString('--no-lazy');
  try {
    return compile();
  } finally {
    v8.setFlagsFromString('--lazy');
  }
}

/** As Node runs a CommonJS file. */
function run(script: Script, target: NodeJS.Module, path: string): void {
  const { exports } = target;
  const requireHere = (name: string): unknown => target.require(name);
  script.runInThisContext().call(exports, exports, requireHere, target, path, dirname(path));
}
