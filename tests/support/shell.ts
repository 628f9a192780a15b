import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Shell } from '../../src/cli/shell-line.ts';
import { inTerminal } from './terminal.ts';

/** How each shell is started without anybody's settings, and what is typed first. */
const SHELLS: Readonly<Record<Shell, { args: readonly string[]; setup: string }>> = {
  bash: {
    args: ['--norc', '--noprofile', '-i'],
    setup:
      "PS1='> '; bind 'set show-all-if-ambiguous on'; bind 'set bell-style none'; eval \"$(recap completion bash)\"",
  },
  zsh: {
    args: ['-f', '-i'],
    setup:
      "PS1='> '; PROMPT_EOL_MARK=; autoload -U compinit; compinit -u -d $HOME/dump; source <(recap completion zsh)",
  },
  fish: {
    args: ['--no-config', '-i'],
    setup: "function fish_prompt; echo '> '; end; recap completion fish | source",
  },
};

export function hasShell(shell: Shell): boolean {
  return spawnSync(shell, ['--version']).status === 0;
}

/** Where a shell is started, and with what. */
interface Start {
  readonly home: string;
  readonly cwd: string;
  /** Typed before everything else. */
  readonly first?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly rows?: number;
}

/** An interactive shell in a terminal, with the program on its path and its completion script loaded. */
export interface InteractiveShell {
  /**
   * Types the beginning of a line and Tab.
   *
   * @returns the line as the shell has completed it, and the whole screen
   */
  complete(line: string): Promise<{ readonly line: string; readonly screen: string }>;
}

const PROMPT = '> ';
/** Removes what stands in the line, and everything else from the screen: Ctrl-A, Ctrl-K and Ctrl-L. */
const CLEAR = '\x01\x0b\x0c';
/** Typed behind what was completed, so that it shows when the shell is done. */
const END = ' #end';

export async function startShell(
  shell: Shell,
  { home, cwd, first, env = {}, rows = 60 }: Start,
): Promise<InteractiveShell> {
  const { args, setup } = SHELLS[shell];
  writeProgram(join(home, 'bin'));
  const run = inTerminal({
    program: shell,
    args,
    cwd,
    columns: 110,
    rows,
    env: { PATH: `${join(home, 'bin')}:${process.env.PATH}`, HOME: home, ...env },
  });
  const command = first === undefined ? setup : `${setup}; ${first}`;
  const answered = join(home, ANSWERED);
  await run.press();
  await run.press(`${command}; clear; echo re''ady\r`);
  await run.until(/^ready\n> ?$/m);
  return {
    async complete(line) {
      rmSync(answered, { force: true });
      await run.press(`${CLEAR}${line}\t`);
      if (!SEES_CHILDREN) await untilAnswered(answered);
      const screen = run.screen().trimEnd();
      // the shell shows this when it is done with the rest
      await run.press(END);
      if (!run.screen().includes(END)) await run.until(END);
      const typed = run.rows().find((row) => row.startsWith(PROMPT) && row.includes(END)) ?? '';
      return { line: typed.slice(PROMPT.length, typed.indexOf(END)).trimEnd(), screen };
    },
  };
}

/** Written in the home folder when the program has run. */
const ANSWERED = 'answered';
/** How often to look for it: some lines are not completed by the program. */
const MOST_LOOKS = 150;
/** Whether a shell is not taken to be idle while what it has started runs. */
const SEES_CHILDREN = process.platform === 'linux';

async function untilAnswered(answered: string): Promise<void> {
  for (let tries = 0; tries < MOST_LOOKS && !existsSync(answered); tries++) await sleep(20);
}

/** Writes a `recap` that runs what was built, and leaves a sign when it has. */
function writeProgram(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const program = join(process.cwd(), 'bin/recap.js');
  const file = join(folder, 'recap');
  writeFileSync(
    file,
    `#!/bin/sh\n"${process.execPath}" "${program}" "$@"\n: >"$HOME/${ANSWERED}"\n`,
  );
  chmodSync(file, 0o755);
}
