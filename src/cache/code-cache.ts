import { readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { checksum } from './checksum.ts';
import { readKept, writeKept } from './kept-file.ts';
import { stampOf } from './stamp.ts';

/** A file of the program that has been loaded. */
interface Loaded {
  readonly script: Script;
  /** What its compiled code is for, and where it is kept. */
  readonly name: string;
  readonly kept: string;
}

/** What a kept file begins with: what the code is for, filled up so that the code can be read in words. */
const NAME_SIZE = 64;

/**
 * Keeps the compiled code of the program's own files, so that the next start need not compile them: that takes
 * longer than running them. From Node 22 on Node does it; before, this does, and as V8 breaks on code that
 * is damaged, it is kept with a checksum.
 *
 * @param program the folder of the program's files
 * @param folder where to keep it
 */
export function keepCompiledCode(program: string, folder: string): void {
  if (hasCompileCache(module)) module.enableCompileCache(folder);
  else
    keepCodeOf(
      program,
      join(folder, `${process.version}-${process.arch}-${checksum(Buffer.from(program))}`),
    );
}

interface CompileCache {
  enableCompileCache(folder: string): unknown;
}

function hasCompileCache(value: object): value is CompileCache {
  return 'enableCompileCache' in value;
}

function keepCodeOf(program: string, folder: string): void {
  const { extensions } = createRequire(import.meta.url);
  const load = extensions['.js'];
  const all: Loaded[] = [];
  let isNew = false;

  extensions['.js'] = (target, path) => {
    const stamp = dirname(path) === program ? stampOf(path) : undefined;
    if (stamp === undefined) return load?.(target, path);
    const kept = join(folder, `${basename(path)}.code`);
    const name = stamp.padEnd(NAME_SIZE);
    const { script, isKnown } = compile(path, name, kept);
    if (!isKnown) isNew = true;
    all.push({ script, name, kept });
    run(script, target, path);
  };

  process.on('exit', () => {
    // what is loaded for the first time has run functions of the others that nothing ran before
    if (!isNew) return;
    for (const { script, name, kept } of all) {
      writeKept(kept, Buffer.concat([Buffer.from(name), script.createCachedData()]));
    }
  });
}

function compile(path: string, name: string, kept: string) {
  const source = `(function (exports, require, module, __filename, __dirname) { ${readFileSync(path, 'utf8')}\n});`;
  const known = readKept(kept);
  const isOurs = known?.toString('utf8', 0, NAME_SIZE) === name;
  const options = isOurs ? { cachedData: known.subarray(NAME_SIZE) } : {};
  const script = new Script(source, { filename: path, ...options });
  return { script, isKnown: isOurs && script.cachedDataRejected !== true };
}

/** As Node runs a CommonJS file. */
function run(script: Script, target: NodeJS.Module, path: string): void {
  const { exports } = target;
  const require = (name: string): unknown => target.require(name);
  script.runInThisContext().call(exports, exports, require, target, path, dirname(path));
}
