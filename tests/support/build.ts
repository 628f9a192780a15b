import { execFileSync } from 'node:child_process';

/** Builds the program once before the tests, so that those that run it run what is in `src`. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
