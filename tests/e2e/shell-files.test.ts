import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { home } from '../support/program.ts';

const FILES = { bash: 'recap.bash', zsh: '_recap', fish: 'recap.fish' } as const;

/** What each shell completes `recap` with, once the file is where it looks. */
const LOADED: Readonly<Record<keyof typeof FILES, readonly [script: string, says: RegExp]>> = {
  bash: ['source completions/recap.bash; complete -p recap', /-F _recap recap/],
  zsh: [
    'fpath=($PWD/completions $fpath); autoload -Uz compinit; compinit -u -D; print $_comps[recap]',
    /^_recap$/m,
  ],
  fish: ['source completions/recap.fish; complete -c recap', /__recap_complete/],
};

const SHELLS = (Object.keys(FILES) as (keyof typeof FILES)[]).filter((shell) => {
  return spawnSync(shell, ['-c', 'true']).status === 0;
});

test.each(SHELLS)(
  'the file for %s is what `recap completion` prints, and the shell takes it',
  (shell) => {
    const { run, folder } = home();
    expect(readFileSync(`completions/${FILES[shell]}`, 'utf8')).toBe(
      run('completion', shell).stdout,
    );
    const [script, says] = LOADED[shell];
    const args = shell === 'zsh' ? ['-f', '-c', script] : ['-c', script];
    const { stdout, stderr } = spawnSync(shell, args, {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder },
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(says);
  },
);
