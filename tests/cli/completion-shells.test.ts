import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { home } from '../support/program.ts';
import { hasShell, startShell } from '../support/shell.ts';

const SHOW = 'tiny-pretty-things';

/** What is typed, and what the line becomes. */
const LINES: readonly (readonly [line: string, completed: string])[] = [
  ['recap read ti', `recap read ${SHOW}`],
  ["recap read 'tiny pretty' who", "recap read 'tiny pretty' who-pushed-cassie-shore"],
  [`recap read ${SHOW} s01e1`, `recap read ${SHOW} s01e10`],
  // files and folders
  ['recap check tw', 'recap check two\\ words.md'],
  ['recap check it', "recap check it\\'s\\ here/"],
  ['recap convert one.md --output=on', 'recap convert one.md --output=one.md'],
  ['recap read --library=it', "recap read --library=it\\'s\\ here/"],
  ['recap read --library on', 'recap read --library on'],
  // a value written in one with its option
  [`recap read ${SHOW} --watched=S01E1`, `recap read ${SHOW} --watched=S01E10`],
  ['recap add --id tvmaze:82 --sho', 'recap add --id tvmaze:82 --show'],
  // folders of a library, as they may be written
  ['recap --library ~/lib read li', 'recap --library ~/lib read lib-show'],
  ['recap --library $HOME/lib read li', 'recap --library $HOME/lib read lib-show'],
  ["recap --library 'my lib' read my", "recap --library 'my lib' read my-show"],
  ['recap --library my\\ lib read my', 'recap --library my\\ lib read my-show'],
  ['recap --library "it\'s here" read qu', 'recap --library "it\'s here" read quoted-show'],
  // the program by another path
  ['~/bin/recap read ti', `~/bin/recap read ${SHOW}`],
  // another command on the line
  ['true; recap read ti', `true; recap read ${SHOW}`],
];

/** A home with shows in folders whose names need quotes, and a folder to work in. */
function prepare() {
  const at = home();
  const cwd = join(at.folder, 'work');
  const show = (library: string, slug: string) => {
    mkdirSync(join(library, slug), { recursive: true });
    const text = `---\ntitle: ${slug}\nepisodes: [S01E01]\n---\nx\n`;
    writeFileSync(join(library, slug, 'show.md'), text);
  };
  show(join(at.folder, 'lib'), 'lib-show');
  show(join(cwd, 'my lib'), 'my-show');
  show(join(cwd, "it's here"), 'quoted-show');
  for (const name of ['one.md', 'two words.md']) writeFileSync(join(cwd, name), '');
  return { ...at, cwd };
}

describe.each(['bash', 'zsh', 'fish'] as const)('%s', (shell) => {
  test.skipIf(!hasShell(shell))('completes what is typed', async () => {
    const { folder, cwd } = prepare();
    const { complete } = await startShell(shell, { home: folder, cwd });
    for (const [line, completed] of LINES) {
      expect
        .soft((await complete(line)).line)
        .toBe(completed.replace(/\/$/, shell === 'zsh' ? '' : '/'));
    }
  });

  test.skipIf(!hasShell(shell))('lists episodes in viewing order', async () => {
    const { folder, cwd } = prepare();
    const { complete } = await startShell(shell, { home: folder, cwd });
    const { screen } = await complete('recap read sherlock-holmes S02E\t');
    const all = Array.from(
      { length: 11 },
      (_, index) => `S02E${String(index + 1).padStart(2, '0')}`,
    );
    const listed = inReadingOrder(screen.split('\n').slice(1));
    expect(listed.filter((code, index) => listed.indexOf(code) === index)).toEqual(all);
  });
});

/** Codes that are set out in columns, read down each. */
function inReadingOrder(rows: readonly string[]): string[] {
  return rows
    .flatMap((row) =>
      [...row.matchAll(/S\d\dE\d\d/g)].map(({ 0: code, index }) => ({ code, index })),
    )
    .sort((a, b) => a.index - b.index)
    .map(({ code }) => code);
}

test.skipIf(!hasShell('bash'))('bash without compopt, as version 3.2 is', async () => {
  const { folder, cwd } = prepare();
  const { complete } = await startShell('bash', {
    home: folder,
    cwd,
    first: 'enable -n compopt',
  });
  expect((await complete('recap check on')).line).toBe('recap check one.md');
  expect((await complete('recap convert --output=on')).line).toBe('recap convert --output=one.md');
  expect((await complete('recap read --library=it')).line).toMatch(/^recap read --library=it/);
  expect((await complete(`recap read ${SHOW} --watched=S01E1`)).line).toMatch(/=S01E10$/);
});

test.skipIf(!hasShell('bash'))('bash that does not break words at =', async () => {
  const { folder, cwd } = prepare();
  const first = 'COMP_WORDBREAKS="${COMP_WORDBREAKS//=}"';
  const { complete } = await startShell('bash', { home: folder, cwd, first });
  expect((await complete('recap story --length=f')).line).toBe('recap story --length=full');
});

describe('the title of the second episode, with S01E01 watched, and S01E03 by ann', () => {
  const SECOND = 'Range of Motion';
  const own = `recap read ${SHOW} S01E0`;
  /** What is typed before and within the line, and whether the titles of the default profile are shown. */
  const lines: readonly (readonly [line: string, isShown: boolean])[] = [
    [own, true],
    [`RECAP_PROFILE=ben ${own}`, false],
    [`env RECAP_PROFILE=ben ${own}`, false],
    [`recap list; RECAP_PROFILE=ben ${own}`, false],
    [`RECAP_PROFILE=ben true; ${own}`, true],
    [`RECAP_PROFILE=$SOMEBODY ${own}`, false],
    [`RECAP_PROFILE=(echo ben) ${own}`, false],
    [`sudo -u ann ${own}`, false],
    [`recap --profile ben read ${SHOW} S01E0`, false],
    [`recap read ${SHOW} --with ben S01E0`, false],
    [`recap read ${SHOW} --with ann S01E0`, true],
    [`recap read ${SHOW} --profile $NOBODY S01E0`, false],
    [`recap read ${SHOW} --watched none S01E0`, false],
  ];
  test.skipIf(!hasShell('zsh') || !hasShell('fish')).each([['zsh'], ['fish']] as const)(
    '%s',
    async (shell) => {
      const { folder, cwd, run } = prepare();
      run('watched', SHOW, 'S01E01');
      run('watched', SHOW, 'S01E03', '--profile', 'ann');
      const env = { SOMEBODY: 'ben' };
      const { complete } = await startShell(shell, { home: folder, cwd, env });
      for (const [line, isShown] of lines) {
        const { screen } = await complete(`${line}\t`);
        expect.soft([line, screen.includes(SECOND)]).toEqual([line, isShown]);
      }
    },
  );

  test.skipIf(!hasShell('bash'))('bash shows no titles', async () => {
    const { folder, cwd, run } = prepare();
    run('watched', SHOW, 'S01E01');
    const { complete } = await startShell('bash', { home: folder, cwd });
    for (const [line] of lines.slice(0, 3)) {
      expect((await complete(line)).screen).not.toContain(SECOND);
    }
  });
});
