import { describe, expect, test } from 'vitest';
import { readShellLine, type Shell } from '../../src/cli/shell-line.ts';
import { runHere } from '../support/in-process.ts';
import { type Home, home } from '../support/program.ts';

const SHOW = 'tiny-pretty-things';

/** What is offered for the last of the words. */
const offered = async ({ folder }: Home, ...words: string[]) => {
  const { stdout, code } = await runHere(folder, ['complete', '--', ...words]);
  expect(code).toBe(0);
  return stdout.split('\n').slice(0, -1);
};
const values = async (at: Home, ...words: string[]) =>
  (await offered(at, ...words)).map((line) => line.split('\t')[0]);

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
    [['check', ''], [':files']],
    [['check', 'a.md', ''], [':files']],
    [['preview', ''], [':files']],
    [['import', 'h.csv', ''], [':files']],
    [['convert', '--output', ''], [':files']],
    [['convert', '--output=a'], [':files']],
    [['read', '--library=a'], [':folders']],
    [['read', SHOW, '--watched=S01E1'], ['S01E10']],
    [
      ['story', SHOW, '--length='],
      ['short', 'full'],
    ],
    [['story', SHOW, '--length=f'], ['full']],
    [['read', '--json='], []],
    [['read', '--', 'ti'], [SHOW]],
    [['read', '--', '--js'], []],
    [['help', 'comp'], ['completion']],
    [['help', 'complete'], []],
    [[], ['read', 'list', 'story', 'search', 'watched', 'completion', 'help']],
  ];
  test.each(cases)('%j', async (words, expected) => {
    const found = await values(home(), ...words);
    if (words.length > 0) expect(found).toEqual(expected);
    else expect(found).toEqual(expect.arrayContaining(expected));
  });

  test('titles are those that a list would show, at the place that the line gives', async () => {
    const at = home();
    const titles = async (...words: string[]) => (await offered(at, ...words, 'S01E0')).slice(0, 3);
    expect(await titles('read', SHOW)).toEqual(['S01E01\tCorps', 'S01E02\t', 'S01E03\t']);
    await runHere(at.folder, ['watched', SHOW, 'S01E01']);
    expect(await titles('read', SHOW)).toEqual([
      'S01E01\tCorps',
      'S01E02\tRange of Motion',
      'S01E03\t',
    ]);
    expect((await titles('read', '--watched', 'S01E02', SHOW))[2]).toBe('S01E03\tClass Act');
    expect((await titles('--profile', 'ann', 'read', SHOW))[1]).toBe('S01E02\t');
    expect((await titles('read', SHOW, '--with', 'ann'))[1]).toBe('S01E02\t');
    await runHere(at.folder, ['watched', SHOW, 'S01E01', '--profile', 'ann']);
    expect((await titles('read', SHOW, '--with', 'ann'))[1]).toBe('S01E02\tRange of Motion');
    expect(await values(at, 'read', '--with', '')).toEqual(['default', 'ann']);
  });
});

describe('a command line as it is typed', () => {
  const env = { LIB: '/my lib', EMPTY: '' };
  const cases: [shells: readonly Shell[], line: string, words: string[] | undefined][] = [
    [['bash', 'zsh', 'fish'], 'recap', undefined],
    [['bash', 'zsh', 'fish'], 'recap ', ['']],
    [['bash', 'zsh', 'fish'], 'recap  read   ti', ['read', 'ti']],
    [['bash', 'zsh', 'fish'], '~/bin/recap read ', ['read', '']],
    [['bash', 'zsh', 'fish'], `recap 'my lib' "it's" a\\ b x`, ['my lib', "it's", 'a b', 'x']],
    [['bash', 'zsh', 'fish'], `recap a'b c'd"e f" `, ['ab cde f', '']],
    [['bash', 'zsh', 'fish'], `recap '' "" x`, ['', '', 'x']],
    [['bash', 'zsh', 'fish'], 'recap "my l', ['my l']],
    [['bash', 'zsh', 'fish'], "recap 'my l", ['my l']],
    [
      ['bash', 'zsh', 'fish'],
      'recap --library ~/lib ~ a~b x',
      ['--library', '/h/lib', '/h', 'a~b', 'x'],
    ],
    [['bash', 'zsh', 'fish'], `recap '~/lib' x`, ['~/lib', 'x']],
    [['bash', 'zsh', 'fish'], 'recap $LIB "$LIB/a" x', ['/my lib', '/my lib/a', 'x']],
    [['bash', 'zsh'], 'recap ${LIB}/a x', ['/my lib/a', 'x']],
    [['bash', 'zsh', 'fish'], `recap '$LIB' x`, ['$LIB', 'x']],
    [['bash', 'zsh', 'fish'], 'recap $UNKNOWN x', undefined],
    [['bash', 'zsh', 'fish'], 'recap $(rm a) x', undefined],
    [['bash', 'zsh', 'fish'], 'recap "`rm a`" x', undefined],
    [['bash', 'zsh', 'fish'], 'recap ~ann/lib x', undefined],
    [['bash', 'zsh', 'fish'], 'recap *.md x', undefined],
    [['bash', 'zsh', 'fish'], 'recap {a,b} x', undefined],
    [['bash', 'zsh', 'fish'], 'recap read $UNK', ['read', '$UNK']],
    [['bash', 'zsh', 'fish'], 'A=1 RECAP_PROFILE="ann b" recap read ', ['read', '']],
    [['bash', 'zsh'], `recap 'a\\' x`, ['a\\', 'x']],
    [['fish'], `recap 'it\\'s' x`, ["it's", 'x']],
    [['bash', 'zsh'], 'recap "a\\`b\\c" x', ['a`b\\c', 'x']],
  ];
  test.each(
    cases.flatMap(([shells, line, words]) => shells.map((shell) => ({ shell, line, words }))),
  )('$shell: $line', ({ shell, line, words }) => {
    expect(readShellLine(line, shell, { env, home: '/h' })).toEqual(words);
  });

  test('is completed as its words are', async () => {
    const at = home();
    at.write('../other lib/another/show.md', '---\ntitle: Another\n---\n');
    const library = `'${at.folder}/.local/share/recap/other lib'`;
    for (const shell of ['bash', 'zsh', 'fish'] as const) {
      const line = async (text: string) =>
        (await runHere(at.folder, ['complete', '--line', shell, '--', text])).stdout;
      expect(await line(`recap read ti`)).toBe(`${SHOW}\tTiny Pretty Things\n`);
      expect(await line(`recap read "tiny pretty" who`)).toBe(
        'who-pushed-cassie-shore\tWho pushed Cassie Shore?\n',
      );
      expect(await line(`recap --library ${library} read ano`)).toBe('another\tAnother\n');
      expect(await line('recap read $NOBODY ')).toBe('');
    }
  });
});
