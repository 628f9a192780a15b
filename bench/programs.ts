import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from './child.ts';
import { temporaryFolder } from './cleanup.ts';
import type { Home } from './home.ts';

/** What everything is compared with: Node that does nothing. */
export const BASE = '`node -e 0`';

/** The program as it was built. */
const RECAP = resolve('bin/recap.js');

/** Node that does nothing. */
export function bareNode({ env }: Home, node = process.execPath): Command {
  return { file: node, args: ['-e', '0'], env };
}

/** `recap` with arguments. */
export function recap(
  { env }: Home,
  args: readonly string[],
  { node = process.execPath, program = RECAP } = {},
): Command {
  return { file: node, args: [program, ...args], env };
}

/** A copy of the program without the recaps that come with it, so that a library has just what was put into it. */
export function recapWithoutLibrary(): string {
  const folder = temporaryFolder();
  for (const name of ['bin', 'dist', 'package.json']) {
    cpSync(resolve(name), join(folder, name), { recursive: true });
  }
  mkdirSync(join(folder, 'recaps'));
  return join(folder, 'bin', 'recap.js');
}
