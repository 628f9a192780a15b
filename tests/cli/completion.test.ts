import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SCRIPTS } from '../../src/cli/completion-scripts.ts';
import { type Home, home } from '../support/program.ts';

const SHOW = 'tiny-pretty-things';

/** What is offered for the last of the words. */
const offered = ({ run }: Home, ...words: string[]) => {
  const { stdout, code } = run('complete', '--', ...words);
  expect(code).toBe(0);
  return stdout.split('\n').slice(0, -1);
};
const values = (at: Home, ...words: string[]) =>
  offered(at, ...words).map((line) => line.split('\t')[0]);

describe('what is offered', () => {
  const cases: [words: string[], values: (string | undefined)[]][] = [
    [['rea'], ['read']],
    [['compl'], ['completion']],
    [['read', 'ti'], [SHOW]],
    [['read', 'xyz'], []],
    [['read', 'xyz', ''], []],
    [['read', SHOW, 'who'], ['who-pushed-cassie-shore']],
    [['read', 'tiny', 'S01E1'], ['S01E10']],
    [['read', 'tiny', 's01e1'], ['s01e10']],
    [['read', 'tiny', 'S01E01', ''], []],
    [['watched', 'tiny', 'no'], ['none']],
    [['story', 'tiny', '--le'], ['--length']],
    [
      ['story', 'tiny', '--length', ''],
      ['short', 'full'],
    ],
    [['story', 'tiny', '--from', 'S01E1'], ['S01E10']],
    [['search', '--show', 'tin'], [SHOW]],
    [['--json', 'read', 'ti'], [SHOW]],
    [['--library', ''], [':folders']],
    [['read', '--width', '80', 'ti'], [SHOW]],
    [['read', '--width=80', 'ti'], [SHOW]],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['read', '--profile', 'de'], ['default']],
    [['read', '--profile', '../x', SHOW, 'S'], []],
    [['nosuch', ''], []],
    [[], ['read', 'list', 'story', 'search', 'watched', 'completion', 'help']],
  ];
  test.each(cases)('%j', (words, expected) => {
    const found = values(home(), ...words);
    if (words.length > 0) expect(found).toEqual(expected);
    else expect(found).toEqual(expect.arrayContaining(expected));
  });

  test('titles are those that a list would show, at the place that the line gives', () => {
    const at = home();
    const titles = (...words: string[]) => offered(at, ...words, 'S01E0').slice(0, 3);
    expect(titles('read', SHOW)).toEqual(['S01E01\tCorps', 'S01E02\t', 'S01E03\t']);
    at.run('watched', SHOW, 'S01E01');
    expect(titles('read', SHOW)).toEqual(['S01E01\tCorps', 'S01E02\tRange of Motion', 'S01E03\t']);
    expect(titles('read', '--watched', 'S01E02', SHOW)[2]).toBe('S01E03\tClass Act');
    expect(titles('--profile', 'ann', 'read', SHOW)[1]).toBe('S01E02\t');
    expect(titles('read', SHOW, '--with', 'ann')[1]).toBe('S01E02\t');
    at.run('watched', SHOW, 'S01E01', '--profile', 'ann');
    expect(titles('read', SHOW, '--with', 'ann')[1]).toBe('S01E02\tRange of Motion');
    expect(values(at, 'read', '--with', '')).toEqual(['default', 'ann']);
  });
});

/** The line as it is typed, within single quotes. */
const lineOf = (words: readonly string[]) => `recap ${words.join(' ')}`.replaceAll("'", "'\\''");

/** What a shell offers: sources the script and asks for what `recap …` may become. */
const SHELLS: Record<keyof typeof SCRIPTS, (words: readonly string[]) => readonly string[]> = {
  bash: (words) => [
    '--norc',
    '-c',
    `source <(recap completion bash); COMP_WORDS=(recap ${words.join(' ')}); COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 )); _recap; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  zsh: (words) => [
    '-fc',
    `compdef() { }; _describe() { print -l -- "\${(@P)2}" }; source <(recap completion zsh); LBUFFER='${lineOf(words)}'; words=(recap ${words.join(' ')}); CURRENT=$#words; _recap`,
  ],
  fish: (words) => [
    '-c',
    `recap completion fish | source; complete -C "recap ${words.join(' ').replaceAll("''", '')}"`,
  ],
};

/** A home with the program on its path. */
function withRecap() {
  const { folder, run } = home();
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const program = join(process.cwd(), 'bin/recap.js');
  writeFileSync(join(bin, 'recap'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(join(bin, 'recap'), 0o755);
  return { run, env: { PATH: `${bin}:${process.env.PATH}`, HOME: folder, LANG: 'C.UTF-8' } };
}

describe.each(Object.keys(SHELLS) as (keyof typeof SCRIPTS)[])('%s', (shell) => {
  const isHere = spawnSync(shell, ['--version']).status === 0;
  const shellCases: [words: string[], offers: RegExp][] = [
    [['read', 'ti'], /^tiny-pretty-things/m],
    [['read', 'tiny', 's01e0'], /^s01e01(?:[\t:]Corps)?$/m],
    [['list', '--js'], /^--json/m],
    [['read', "'tiny pretty'", "''"], /^who-pushed-cassie-shore/m],
  ];
  test.skipIf(!isHere).each(shellCases)('%j', (words, offers) => {
    const { env } = withRecap();
    const { stdout, stderr } = spawnSync(shell, SHELLS[shell](words), { encoding: 'utf8', env });
    expect(stdout).toMatch(offers);
    expect(stderr).toBe('');
  });
});

describe('what is set for the command alone, in zsh and fish', () => {
  const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;
  const lines: [line: string, second: string | undefined][] = [
    ['recap read tiny-pretty-things ', 'Range of Motion'],
    ['RECAP_PROFILE=ann recap read tiny-pretty-things ', ''],
    ['RECAP_PROFILE="ann" recap read tiny-pretty-things ', ''],
    ['env RECAP_PROFILE=ann recap read tiny-pretty-things ', ''],
    ['A=1 RECAP_PROFILE=ann recap read tiny-pretty-things ', ''],
    ['RECAP_STATE=/nowhere recap read tiny-pretty-things ', ''],
    ['recap list; RECAP_PROFILE=ann recap read tiny-pretty-things ', ''],
    ['RECAP_PROFILE=ann recap list; recap read tiny-pretty-things ', 'Range of Motion'],
    ['RECAP_PROFILE=$SOMEBODY recap read tiny-pretty-things ', undefined],
    ['sudo -u ann recap read tiny-pretty-things ', ''],
    ['r read tiny-pretty-things ', ''],
  ];
  test.skipIf(!has('zsh')).each(lines)('zsh: %s', (line, second) => {
    const { env, run } = withRecap();
    run('watched', SHOW, 'S01E01');
    const script = `compdef() { }; _describe() { print -l -- "\${(@P)2}" }; source <(recap completion zsh); LBUFFER='${line}'; words=(recap read ${SHOW} ''); CURRENT=4; _recap`;
    const { stdout } = spawnSync('zsh', ['-fc', script], { encoding: 'utf8', env });
    const title = /^S01E02:(.*)$/m.exec(stdout)?.[1];
    expect(title).toBe(second);
  });

  test.skipIf(!has('fish'))('fish sets it by itself', () => {
    const { env, run } = withRecap();
    run('watched', SHOW, 'S01E01');
    const of = (line: string) => {
      const script = `recap completion fish | source; complete -C "${line}"`;
      return spawnSync('fish', ['-c', script], { encoding: 'utf8', env }).stdout;
    };
    expect(of(`recap read ${SHOW} `)).toContain('Range of Motion');
    const other = of(`RECAP_PROFILE=ann recap read ${SHOW} `);
    expect(other).toContain('S01E02');
    expect(other).not.toContain('Range of Motion');
  });
});
