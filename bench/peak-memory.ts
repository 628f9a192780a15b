import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Command, timeCommand } from './child.ts';
import { temporaryFolder } from './cleanup.ts';
import { Failure } from './failure.ts';
import { FIRST_WORD } from './first-word.ts';
import { TerminalProgram } from './terminal.ts';

const WATCHER = pathToFileURL(resolve('bench/programs/peak-memory.mjs')).href;

/** The most memory that a Node program holds until it ends by itself, in MB. @throws {Failure} */
export function peakOf(command: Command): Promise<number> {
  return watched(command, (program) => timeCommand(program));
}

/** The same of a program on a terminal, which shows its first screen and is closed with `q`. @throws {Failure} */
export function peakOnScreen(command: Command): Promise<number> {
  return watched(command, async (watchedCommand) => {
    const program = new TerminalProgram(watchedCommand);
    try {
      await program.until(FIRST_WORD);
      program.press('q');
      await program.ended();
    } finally {
      await program.end();
    }
  });
}

async function watched(
  { args, env, ...command }: Command,
  run: (command: Command) => Promise<unknown>,
): Promise<number> {
  const file = join(temporaryFolder(), 'peak');
  await run({
    ...command,
    args: ['--import', WATCHER, ...args],
    env: { ...env, RECAP_BENCH_PEAK: file },
  });
  const kilobytes = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (!(kilobytes > 0)) throw new Failure('ended without saying what it held');
  return kilobytes / 1024;
}
