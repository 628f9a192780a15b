import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RECAP_FIELDS } from '../../src/model/recap-fields.ts';
import { home } from '../support/program.ts';

const own = (folder: string, name: string) =>
  join(folder, '.local', 'share', 'recap', 'recaps', name);

test('new: an episode’s recap, in the user’s own library, that has only to be filled in and is not overwritten', () => {
  const { folder, run } = home();
  const path = own(folder, 'tiny-pretty-things/s01e05.md');
  expect(run('new', 'tiny-pretty-things', '1x5', '--title', 'A "title": #1')).toMatchObject({
    stdout: `${path}\n`,
    code: 0,
  });
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('episode: S01E05\ntitle: "A \\"title\\": #1"\n');
  const schema = /yaml-language-server: \$schema=(\S+)/.exec(text)?.[1] ?? '';
  expect(schema).toMatch(/^\.\./);
  expect(readFileSync(join(dirname(path), schema), 'utf8')).toBe(
    readFileSync('schema/recap.schema.json', 'utf8'),
  );
  const checked = run('check', '--strict', path);
  expect(checked.stdout.match(/(?:warning|error) [a-z/-]+/g)).toEqual(['warning recap/template']);
  expect(checked.code).toBe(1);
  writeFileSync(path, 'mine');
  const again = run('new', 'tiny-pretty-things', 'S01E05');
  expect(again).toMatchObject({ stdout: '', code: 1 });
  expect(again.stderr).toContain('already exists; not overwritten');
  expect(readFileSync(path, 'utf8')).toBe('mine');
});

test('new --all starts every recap that is missing, and overwrites nothing', () => {
  const { run, write } = home();
  write(
    'x/show.md',
    '---\ntitle: X\nepisodes: [{ code: 1x1 }, { code: 1x2 }, { code: 1x3 }, { code: 1x4 }]\n---\nX.\n',
  );
  write('x/first.md', '---\nepisode: S01E01\n---\nAda.\n');
  const broken = write('x/s01e02.md', 'no front matter');
  expect(run('check', join(broken, '..')).stdout).toContain(
    'note show/no-recap: no recap yet of S01E03 to S01E04; `recap new x --all` starts them',
  );
  const { stdout, code } = run('new', 'X', '--all');
  expect(code).toBe(0);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((path) => path.slice(-11)),
  ).toEqual(['x/s01e03.md', 'x/s01e04.md']);
  expect(readFileSync(join(broken, '../s01e04.md'), 'utf8')).toContain('episode: S01E04\n');
  expect(readFileSync(broken, 'utf8')).toBe('no front matter');
  const again = run('new', 'x', '--all');
  expect(again).toMatchObject({ stdout: '', code: 0 });
  expect(again.stderr).toContain('every episode of X has a recap');
});

test('new: a show without episodes keeps its title, and editors find its schema', () => {
  const { folder, run } = home();
  expect(run('new', 'foo', 's1e1', '--show-title', 'Foo').code).toBe(0);
  const text = readFileSync(own(folder, 'foo/show.md'), 'utf8');
  expect(text).toContain('\ntitle: "Foo"\n');
  expect(text).not.toMatch(/^episodes:/m);
  expect(run('list').stdout).toMatch(/^ *Foo /m);
  expect(run('check', 'foo').stdout).not.toContain('error');
});

test('check: what holds no recap is an error', () => {
  const { run, write } = home();
  for (const path of ['package.json', 'schema']) {
    const { stderr, code } = run('check', path);
    expect([stderr, code]).toEqual([
      `recap: no recaps in \`${path}\`; a recap is a Markdown file in the folder of its show\n`,
      2,
    ]);
  }
  write('a/show.md', '---\ntitle: A\nepisodes: [{ code: S01E01 }]\n---\nok\n');
  expect(run('check', 'a', 'package.json').code).toBe(2);
  expect(run('check', 'a').code).toBe(0);
});

test.each([
  ['Con', 'con_'],
  ['AUX', 'aux_'],
  ['Console', 'console'],
])('new: a show called %s is in the folder %s, which Windows can have', (title, slug) => {
  const { folder, run } = home();
  run('new', title, 's1e1', '--show-title', title, '--episodes', '2');
  expect(existsSync(own(folder, `${slug}/show.md`))).toBe(true);
});

test('a home folder that is not absolute is none', () => {
  const { folder, run } = home({ HOME: 'relative' });
  const { stderr, code } = run('new', 'foo', 's1e1', '--show-title', 'Foo');
  expect([stderr, code]).toEqual([expect.stringContaining('no home folder'), 2]);
  expect(existsSync('relative')).toBe(false);
  expect(folder).not.toBe('');
});

test('new: a show is started with its first recap', () => {
  const { folder, run } = home();
  const flags = [
    '--show-title',
    'Über: Us',
    '--year',
    '2020',
    '--network',
    'N',
    '--episodes',
    '2,1',
  ];
  expect(run('new', 'Über Us', 'S02E01', ...flags).code).toBe(0);
  expect(run('list', 'uber-us').stdout).toContain('Über: Us · 2020 · N');
  expect(run('check', own(folder, 'uber-us')).stderr).toContain('0 errors and 2 warnings');
  expect(run('new', 'uber-us', '--article', 'Who, then?').stdout).toContain('who-then.md');
});

test.each([
  [['new', 'tiny-pretty-things'], 'specify an episode'],
  [['new', 'tiny-pretty-things', 'S01E01', '--article', 'x'], 'specify an episode'],
  [['new', 'tiny-pretty-things', 'soon'], 'is not an episode'],
  [['new', 'tiny-pretty-things', 'S01E11'], 'has no episode S01E11'],
  [['new', 'tiny-pretty-things', 'S01E01', '--all'], '`--all` takes a show and nothing else'],
  [['new', 'tiny-pretty-things', '--all', '--edit'], '`--all` takes a show and nothing else'],
  [['new', 'nothing', '--all'], 'no show named `nothing`'],
  [['new', 'nothing', 'S01E01'], 'to start it, add `--show-title TITLE`'],
  [['new', 'nothing', 'S01E01', '--show-title', 'N', '--episodes', 'ten'], 'are numbers'],
  [['new', 'nothing', 'S01E01', '--show-title', 'N', '--year', '20'], 'four digits'],
  [['new', 'tiny-pretty-things', '--article', '…'], 'no letter or digit'],
  [['check', 'nowhere'], 'no file, show or library named `nowhere`'],
  [['check', '--json', '--format', 'github'], 'cannot be used together'],
  [['preview', 'nowhere.md'], 'is not a recap of a show'],
])('wrong usage is one sentence: recap %j', (args, sentence) => {
  const { stdout, stderr, code } = home().run(...args);
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('new --edit opens the editor that the environment names', () => {
  const { folder, run } = home({ EDITOR: 'cat -n', VISUAL: '' });
  expect(run('new', 'tiny-pretty-things', 'S01E05', '--edit').stdout).toContain('1\t---');
  expect(own(folder, '')).toBeTruthy();
  const without = home({ EDITOR: '', VISUAL: '' }).run(
    'new',
    'tiny-pretty-things',
    'S01E05',
    '--edit',
  );
  expect(without.stderr).toContain('set `VISUAL` or `EDITOR`');
});

/** The fields of a recap, as messages name them. */
const KNOWN = Object.keys(RECAP_FIELDS)
  .map((name) => `\`${name}\``)
  .join(', ');

test('check: lines, JSON, GitHub, and what its exit code says', () => {
  const { folder, run, write } = home();
  write('x/show.md', '---\ntitle: X\nepisodes: [{ code: S01E01 }]\n---\nX.\n');
  write('x/s01e01.md', '---\nepisode: S01E01\n---\nAda.\n');
  const path = write('x/a.md', '---\ntitle: A\ncolour: red\n---\nAda.\n');
  const warned = run('check', join(path, '..'));
  expect(warned.stdout).toBe(
    `${path}:3:1: warning front-matter/unknown-key: unknown key; the known ones are ${KNOWN}\n`,
  );
  expect(warned.stderr).toBe('recap: 0 errors and 1 warning in 3 files\n');
  expect([warned.code, run('check', path, '--strict').code]).toEqual([0, 1]);
  write('x/a.md', '---\ntitle: A\n---\nAda ||fell.\n');
  expect(run('check', path).code).toBe(1);
  expect(run('check', path, '--format', 'github').stdout).toMatch(
    new RegExp(`^::error file=${path},line=4,col=5,title=spoiler/unclosed::.+\n$`),
  );
  const json = JSON.parse(run('check', path, '--json').stdout);
  expect(json).toMatchObject({ version: 1, files: 1, errors: 1, warnings: 0 });
  expect(json.findings[0]).toMatchObject({
    path,
    line: 4,
    column: 5,
    severity: 'error',
    related: null,
  });
  expect(folder).toBeTruthy();
});

test('preview: a column for each gate, each as a reader there sees it', () => {
  const { run, write } = home();
  write('x/show.md', '---\ntitle: X\nepisodes: [{ code: S01E01 }, { code: S01E02 }]\n---\nX.\n');
  const path = write(
    'x/a.md',
    '---\ntitle: A\n---\nAda :spoiler[fell]{after=S01E01} and ||rose||.\n',
  );
  const abreast = run('preview', path, '--width', '120').stdout;
  expect(abreast).toMatch(
    /not started +│ X · watched through S01E01 +│ X · watched through S01E02/,
  );
  expect(abreast).toMatch(/S01E01.*│ Ada fell and .*│ Ada fell and rose\./);
  const stacked = run('preview', path, '--width', '40').stdout;
  expect(stacked.split('watched through')).toHaveLength(3);
  expect(run('preview', path, '--watched', 'S01E01').stdout).not.toContain('rose');
  const { previews } = JSON.parse(run('preview', path, '--json').stdout);
  expect(
    previews.map((preview: { markdown: string }) => preview.markdown.includes('rose')),
  ).toEqual([false, false, true]);
});

describe('new --people', () => {
  const EPISODES = [
    'Here comes June, and so does June. :spoiler[Then Otto comes. Yes, Otto.]{after=S01E03}',
    'It is June Park, and Ann. June Park, says Ann.',
    'The end.',
  ];

  /** A home with a show of three episodes in its own library. */
  function homeOfShow() {
    const { folder, run } = home();
    const write = (name: string, text: string) => {
      mkdirSync(own(folder, 'harbor'), { recursive: true });
      writeFileSync(own(folder, `harbor/${name}`), text);
    };
    const list = EPISODES.map((_, index) => `{ code: S01E0${index + 1} }`).join(', ');
    write('show.md', `---\ntitle: Harbor\nepisodes: [${list}]\n---\nA town.`);
    EPISODES.forEach((body, index) => {
      write(`s01e0${index + 1}.md`, `---\nepisode: S01E0${index + 1}\n---\n\n${body}\n`);
    });
    return { folder, run, write };
  }

  test('starts a card for each name, gated by the first episode that tells it, and prints none', () => {
    const { folder, run } = homeOfShow();
    const path = own(folder, 'harbor/people.md');
    const { stdout, stderr, code } = run('new', 'harbor', '--people');
    expect({ stdout, code }).toEqual({ stdout: `${path}\n`, code: 0 });
    expect(stdout + stderr).not.toMatch(/June|Ann|Otto/);
    expect(readFileSync(path, 'utf8').match(/^## .*/gm)).toEqual([
      '## June {after=S01E01}',
      '## Ann {after=S01E02}',
      '## June Park {after=S01E02 also="June"}',
      '## Otto {after=S01E03}',
    ]);
    expect(run('check', '--strict', own(folder, 'harbor')).stdout).toBe('');
    expect(run('who', '--show', 'harbor', '--watched', 'S01E01').stdout).toMatch(/June\n$/);
  });

  test('leaves out recaps that were fetched from a page, and says so if there are no others', () => {
    const { folder, run, write } = homeOfShow();
    const fetched = (number: number) =>
      write(
        `s01e0${number}.md`,
        `---\nepisode: S01E0${number}\nretrieved: 2026-01-02\n---\n\n${EPISODES[number - 1]}\n`,
      );
    fetched(2);
    run('new', 'harbor', '--people');
    expect(readFileSync(own(folder, 'harbor/people.md'), 'utf8')).not.toContain('Ann');
    rmSync(own(folder, 'harbor/people.md'));
    for (const number of [1, 3]) fetched(number);
    expect(run('new', 'harbor', '--people').stderr).toContain('the recaps of Harbor were fetched');
  });

  test('leaves a people.md that exists as it is', () => {
    const { folder, run, write } = homeOfShow();
    write('people.md', 'mine');
    const { stderr, code } = run('new', 'harbor', '--people');
    expect(code).toBe(1);
    expect(stderr).toContain('people.md already exists; not overwritten');
    expect(readFileSync(own(folder, 'harbor/people.md'), 'utf8')).toBe('mine');
  });

  test.each([
    [['new', 'harbor', 'S01E01', '--people'], 'takes a show and nothing else'],
    [['new', 'nowhere', '--people'], 'no show'],
  ])('%j is wrong', (args, sentence) => {
    const { run } = homeOfShow();
    const { stdout, stderr, code } = run(...args);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain(sentence);
  });

  test('says so where no recap names anybody', () => {
    const { run, write } = homeOfShow();
    for (const number of [1, 2, 3])
      write(`s01e0${number}.md`, `---\nepisode: S01E0${number}\n---\nquiet`);
    expect(run('new', 'harbor', '--people').stderr).toContain('no names were found');
  });
});
