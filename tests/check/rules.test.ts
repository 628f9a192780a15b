import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { RULES, type RuleName } from '../../src/check/rules.ts';

const root = mkdtempSync(join(tmpdir(), 'recap-rules-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes a show and says which rules it breaks, each with its line and column. */
function found(files: Files): string[] {
  const library = mkdtempSync(join(root, 'library-'));
  for (const [name, content] of Object.entries(files)) {
    const path = join(library, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return check([library], []).findings.map(({ rule, at }) => `${rule} ${at.line}:${at.column}`);
}

const SHOW = `---
title: A Show
episodes: [{ code: S01E01 }, { code: S01E02 }, { code: S01E03 }]
---
Ada Quill comes home.
`;
const RECAP = '---\nepisode: S01E02\n---\nAda meets Borogove, a spy.\n';

/** An article of the show with this body. */
function article(body: string, frontMatter = 'title: An article'): Files {
  return { 'a/show.md': SHOW, 'a/an-article.md': `---\n${frontMatter}\n---\n${body}\n` };
}

/** A recap of the second episode, which tells a name, and something beside it. */
function beside(body: string, frontMatter = 'title: An article', name = 'an-article'): Files {
  return {
    'a/show.md': SHOW,
    'a/s01e02.md': RECAP,
    [`a/${name}.md`]: `---\n${frontMatter}\n---\n${body}\n`,
  };
}

/** A show with a `people.md`, a recap of the second episode that tells of Quint, and an article. */
function people(cards: string, body = 'Ada is here.'): Files {
  return {
    ...article(body),
    'a/s01e02.md': '---\nepisode: S01E02\n---\nAda meets Quint, a spy.\n',
    'a/people.md': `${cards}\n`,
  };
}

function declared(secret: string, body: string): Files {
  const show = SHOW.replace('\n---\nAda', `\nsecrets:\n  - ${secret}\n---\nAda`);
  return {
    'a/show.md': show,
    'a/s01e02.md': '---\nepisode: S01E02\n---\nZoe hid it.\n',
    'a/x.md': `---\ntitle: X\n---\n${body}\n`,
  };
}

interface Case {
  /** What breaks the rule, and where. */
  readonly wrong: readonly [files: Files, at: string];
  /** The same as it should be. */
  readonly right: Files;
}

const fine = article('Ada is here.');

const CASES: Readonly<
  Record<
    Exclude<
      RuleName,
      | 'file/kind'
      | 'file/size'
      | 'file/unreadable'
      | 'library/missing'
      | 'library/unreadable'
      | 'show/other'
      | 'show/no-recap'
    >,
    Case
  >
> = {
  'file/encoding': {
    wrong: [
      { ...fine, 'a/b.md': new Uint8Array([...Buffer.from('---\ntitle: B\n---\nok\n'), 0xff]) },
      '4:1',
    ],
    right: { ...fine, 'a/b.md': '---\ntitle: B\n---\nok ÿ\n' },
  },
  'file/name': {
    wrong: [{ ...fine, 'a/_draft.md': '---\ntitle: B\n---\nok\n' }, '1:1'],
    right: { ...fine, 'a/draft.md': '---\ntitle: B\n---\nok\n' },
  },
  'file/characters': {
    wrong: [article('Ada\n\nwas\u200b here.'), '6:4'],
    right: article('Ada\n\nwas here.'),
  },
  'show/missing': { wrong: [{ 'a/x.md': '---\ntitle: X\n---\nok\n' }, '1:1'], right: fine },
  'show/unreadable': {
    wrong: [{ 'a/Show.md': SHOW, 'a/an-article.md': '---\ntitle: X\n---\nok\n' }, '1:1'],
    right: fine,
  },
  'show/name': {
    wrong: [{ ...fine, 'two words/show.md': '---\ntitle: B\n---\nok\n' }, '1:1'],
    right: { ...fine, '.drafts/b.md': 'ok\n' },
  },
  'show/no-episodes': {
    wrong: [{ ...fine, 'a/show.md': '---\ntitle: A\n---\nok\n' }, '2:1'],
    right: fine,
  },
  'front-matter/missing': {
    wrong: [{ ...fine, 'a/b.md': 'No front matter.\n' }, '1:1'],
    right: fine,
  },
  'front-matter/unclosed': {
    wrong: [{ ...fine, 'a/b.md': '---\ntitle: B\n' }, '1:1'],
    right: fine,
  },
  'front-matter/language': {
    wrong: [{ ...fine, 'a/b.md': '---js\n{}\n---\n' }, '1:1'],
    right: fine,
  },
  'front-matter/yaml': {
    wrong: [article('ok', 'title: [A'), '2:8'],
    right: article('ok', 'title: "[A"'),
  },
  'front-matter/schema': {
    wrong: [article('ok', 'title: A\npublished: soon'), '3:1'],
    right: article('ok', 'title: A\npublished: 2020-12-14'),
  },
  'front-matter/lost-gate': {
    wrong: [article('ok', 'title: A\nuntil: S01E02'), '3:1'],
    right: article('ok', 'title: A\nafter: S01E02'),
  },
  'front-matter/key-case': {
    wrong: [article('ok', 'Title: A'), '2:1'],
    right: article('ok', 'title: A'),
  },
  'front-matter/unknown-key': {
    wrong: [
      { ...fine, 'a/show.md': '---\ntitle: A\nepisodes: [{ code: S01E01, titel: B }]\n---\nok\n' },
      '3:28',
    ],
    right: {
      ...fine,
      'a/show.md': '---\ntitle: A\nepisodes: [{ code: S01E01, title: B }]\n---\nok\n',
    },
  },
  'front-matter/yaml-trap': {
    wrong: [article('ok', 'title: 1e3'), '2:8'],
    right: article('ok', 'title: "1e3"\npublished: 2020-12-14'),
  },
  'episode/unknown': {
    wrong: [article('ok', 'episode: S01E09'), '2:10'],
    right: article('ok', 'episode: S01E03'),
  },
  'episode/duplicate': {
    wrong: [{ ...beside('ok', 'episode: 1x2'), 'a/z.md': '---\ntitle: Z\n---\nok\n' }, '2:10'],
    right: beside('ok', 'episode: 1x3'),
  },
  'episode/file-name': {
    wrong: [{ ...fine, 'a/s01e01.md': '---\nepisode: S01E02\n---\nok\n' }, '2:10'],
    right: { ...fine, 'a/s01e01.md': '---\nepisode: S01E01\n---\nok\n' },
  },
  'recap/empty': { wrong: [article('<!-- later -->'), '4:1'], right: article('Ada.') },
  'recap/template': {
    wrong: [article('Ada.\n\nIntroduce the show to somebody who has seen nothing of it.'), '6:1'],
    right: article('Ada.'),
  },
  'gate/unknown': {
    wrong: [article('Ada :spoiler[b]{after=S02E01}'), '4:5'],
    right: article('Ada :spoiler[b]{after=S01E01}'),
  },
  'gate/never': {
    wrong: [{ 'a/x.md': '---\ntitle: X\n---\nAda ||b||\n' }, '4:5'],
    right: article('Ada ||b||'),
  },
  'gate/idle': {
    wrong: [article('ok :spoiler[b]{after=S01E02}', 'episode: S01E02'), '4:4'],
    right: article('ok :spoiler[b]{after=S01E03}', 'episode: S01E02'),
  },
  'spoiler/attributes': {
    wrong: [article('a :spoiler[b]{after=soon}'), '4:14'],
    right: article('a :spoiler[b]{after=1x1}'),
  },
  'spoiler/stray-attributes': {
    wrong: [article('a\n\nb {after=S01E01} c'), '6:3'],
    right: article('a \\{b}'),
  },
  'spoiler/unknown-block': {
    wrong: [article('a\n:::note\nb\n:::'), '5:1'],
    right: article('a\n:::spoiler\nb\n:::'),
  },
  'spoiler/words': { wrong: [article('a :spoiler b'), '4:3'], right: article('a :spoiler[b]') },
  'spoiler/unclosed': {
    wrong: [article('a\n:::spoiler\nb'), '5:1'],
    right: article('a\n:::spoiler\nb\n:::'),
  },
  'spoiler/unclosed-fence': {
    wrong: [article('a\n:::spoiler\n```\nb\n:::'), '6:1'],
    right: article('a\n:::spoiler\n```\nb\n```\n:::'),
  },
  'spoiler/stray-end': { wrong: [article('a\n\n:::\n'), '6:1'], right: article('a\n\n\\:::\n') },
  'spoiler/nesting': {
    wrong: [article(':spoiler['.repeat(40) + ']'.repeat(40)), '4:280'],
    right: article('a'),
  },
  'spoiler/look-alike': {
    wrong: [article('Ada, [hide]b[/hide]'), '4:6'],
    right: article('Ada, [spoiler]b[/spoiler]'),
  },
  'spoiler/announced': {
    wrong: [article('Ada.\n\nSpoilers ahead\n\nb'), '6:1'],
    right: article('Ada.\n\n## Spoilers ahead {after=S01E02}\n\nb'),
  },
  'link/missing': {
    wrong: [article('Ada ![here](ada.png)'), '4:13'],
    right: { ...article('Ada ![here](ada.png)'), 'a/ada.png': 'x' },
  },
  'link/outside': {
    wrong: [
      { ...article('Ada, [there](../b/show.md)'), 'b/show.md': '---\ntitle: B\n---\nok\n' },
      '4:14',
    ],
    right: article('Ada, [there](show.md), [home](https://a.example/), [up](#up)'),
  },
  'leak/secret': {
    wrong: [
      declared('{ phrase: Zoe hid it, after: S01E02 }', 'It was hidden, we hear, by Zoe.'),
      '4:1',
    ],
    right: declared(
      '{ phrase: Zoe hid it, after: S01E02 }',
      ':spoiler[It was hidden by Zoe.]{after=S01E02} Ada.',
    ),
  },
  'leak/text': {
    wrong: [beside('Watch for Borogove.'), '4:11'],
    right: beside('Ada. :spoiler[Watch for Borogove.]{after=S01E02}'),
  },
  'leak/label': {
    wrong: [beside('Ada. :spoiler[b]{after=S01E02 label="Borogove"}'), '4:6'],
    right: beside('Ada. :spoiler[b]{after=S01E02 label="A name"}'),
  },
  'leak/heading': {
    wrong: [beside('## Borogove\n\nAda.'), '4:4'],
    right: beside('## Borogove {after=S01E02}\n\nAda.'),
  },
  'leak/alt': {
    wrong: [beside('![Borogove](https://a.example/)'), '4:3'],
    right: beside('![A spy](https://a.example/)'),
  },
  'leak/title': {
    wrong: [beside('Ada.', 'title: On Borogove'), '2:11'],
    right: beside('Ada.', 'title: On Ada'),
  },
  'leak/summary': {
    wrong: [beside('Ada.', 'title: A\nsummary: "It is Borogove."'), '3:17'],
    right: beside('Ada.', 'title: A\nsummary: "It is Ada."'),
  },
  'leak/tag': {
    wrong: [beside('Ada.', 'title: A\ntags: [borogove]'), '3:8'],
    right: beside('Ada.', 'title: A\ntags: [spy]'),
  },
  'leak/file-name': {
    wrong: [beside('Ada.', 'title: A', 'borogove'), '1:1'],
    right: beside('Ada.', 'title: A', 'a-spy'),
  },
  'leak/event': {
    wrong: [beside('## How Ada dies\n\nb'), '4:12'],
    right: beside('## How Ada dies {after=S01E02}\n\nb'),
  },
  'accepted/unused': {
    wrong: [
      beside('Ada.', 'title: A\naccepted:\n  - { rule: leak/title, words: Borogove, reason: no }'),
      '4:5',
    ],
    right: beside(
      'Ada.',
      'title: Borogove\naccepted:\n  - { rule: leak/title, words: Borogove, reason: a toy }',
    ),
  },
  'people/early': {
    wrong: [people('## Quint {after=S01E02}\n\n- A spy.', 'Then Quint left.'), '4:6'],
    right: people(
      '## Quint {after=S01E02}\n\n- A spy.',
      'Then :spoiler[Quint]{after=S01E02} left.',
    ),
  },
  'people/same-name': {
    wrong: [people('## Quint {after=S01E02}\n\n- A.\n\n## Quint {after=S01E03}\n\n- B.'), '5:1'],
    right: people(
      '## Quint {after=S01E02}\n\n- A.\n\n## Quint {after=S01E03 also="Quint"}\n\n- B.',
    ),
  },
  'people/untold': {
    wrong: [people('## Quint {after=S01E01}\n\n- A spy.'), '1:1'],
    right: people('## Quint {after=S01E02}\n\n- A spy.'),
  },
  'people/unmentioned': {
    wrong: [people('## Quint {after=S01E02}\n\n- A.\n\n## Zedd {after=S01E02}\n\n- B.'), '5:1'],
    right: people('## Quint {after=S01E02}\n\n- A.\n\n## Zedd {after=S01E02 also="Quint"}\n\n- B.'),
  },
  'secret/unknown-episode': {
    wrong: [declared('{ phrase: Zoe hid it, after: S01E09 }', 'ok'), '5:15'],
    right: declared('{ phrase: Zoe hid it, after: S01E02 }', 'ok'),
  },
  'secret/untold': {
    wrong: [declared('{ phrase: Zoe kept it, after: S01E02 }', 'ok'), '5:15'],
    right: declared('{ phrase: Zoe kept it, after: S01E03 }', 'ok'),
  },
};

describe.each(Object.entries(CASES))('%s', (rule, { wrong: [files, at], right }) => {
  test('is found where it is', () => expect(found(files)).toContain(`${rule} ${at}`));
  test('and not where all is well', () => {
    expect(found(right).filter((finding) => finding.startsWith(`${rule} `))).toEqual([]);
  });
});

describe('episodes without a recap are noted, and nothing wrong', () => {
  const codes = (count: number) =>
    Array.from({ length: count }, (_, index) => `{ code: 1x${index + 1} }`);
  const notes = (files: Files) => {
    const library = mkdtempSync(join(root, 'library-'));
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(library, name)), { recursive: true });
      writeFileSync(join(library, name), content);
    }
    const { findings, notes } = check([library], []);
    expect(findings.filter(({ rule }) => rule === 'show/no-recap')).toEqual([]);
    return notes.map(
      ({ rule, at, message }) => `${rule} ${at.line}:${at.column} ${message.split(';')[0]}`,
    );
  };
  const show = (count: number) =>
    `---\ntitle: A\nepisodes: [${codes(count).join(', ')}]\n---\nA.\n`;
  const told = (...numbers: readonly number[]) =>
    Object.fromEntries(
      numbers.map((number) => [`a/${number}.md`, `---\nepisode: 1x${number}\n---\nB.\n`]),
    );
  test.each<[what: string, files: Files, notes: string[]]>([
    ['none', { 'a/show.md': show(3), ...told(1, 2, 3) }, []],
    ['one', { 'a/show.md': show(3), ...told(1, 3) }, ['show/no-recap 3:1 no recap yet of S01E02']],
    [
      'runs',
      { 'a/show.md': show(9), ...told(2, 6) },
      ['show/no-recap 3:1 no recap yet of S01E01, S01E03 to S01E05, S01E07 to S01E09'],
    ],
    [
      'many runs',
      { 'a/show.md': show(20), ...told(2, 4, 6, 8, 10, 12, 14, 16) },
      ['show/no-recap 3:1 no recap yet of 12 of 20 episodes'],
    ],
    ['a file that cannot be read', { 'a/show.md': show(2), ...told(1), 'a/s01e02.md': 'x' }, []],
    ['no list', { 'a/show.md': '---\ntitle: A\n---\nA.\n', ...told(1) }, []],
  ])('%s', (_, files, expected) => expect(notes(files)).toEqual(expected));
});

describe('what cannot be read', () => {
  test('a library that is not there', () => {
    const folder = { path: join(root, 'nowhere'), isExpected: true };
    const rules = check([], [folder]).findings.map(({ rule }) => rule);
    expect(rules).toEqual(['library/missing']);
  });
  test('a file of more than 16 MB', () => {
    const files = { ...fine, 'a/b.md': `---\ntitle: B\n---\n${'x'.repeat(16 * 1024 * 1024)}` };
    expect(found(files)).toEqual(['file/size 1:1']);
  });
  test('a folder of another show with the same name', () => {
    const folders = ['title: A Show', 'title: Something Else'].map((title) => {
      const library = mkdtempSync(join(root, 'library-'));
      mkdirSync(join(library, 'a'));
      writeFileSync(join(library, 'a/show.md'), `---\n${title}\n---\nok\n`);
      return { path: library, isExpected: true };
    });
    const findings = check([], folders).findings.map(({ rule, at }) => [rule, at.path]);
    expect(findings).toEqual([['show/other', join(folders[1]?.path ?? '', 'a/show.md')]]);
  });
  test.skipIf(process.getuid?.() === 0)('a file without permission', () => {
    const library = mkdtempSync(join(root, 'library-'));
    mkdirSync(join(library, 'a'));
    writeFileSync(join(library, 'a/show.md'), SHOW);
    chmodSync(join(library, 'a/show.md'), 0);
    expect(check([library], []).findings.map(({ rule }) => rule)).toEqual(['file/unreadable']);
  });
});

test('a right show has no finding at all', () => {
  expect(found({ 'a/show.md': SHOW, 'a/s01e02.md': RECAP })).toEqual([]);
});

test('`people.md` needs no front matter, and its sections are checked like any text', () => {
  const show = beside('Ada waits.');
  const right = '## Ada {after=S01E01}\n\n- :spoiler[Meets Borogove.]{after=S01E02}\n';
  expect(found({ ...show, 'a/people.md': right })).toEqual([]);
  const early = '## Ada {after=S01E01}\n\n- She meets Borogove.\n';
  expect(found({ ...show, 'a/people.md': early })).toEqual(['leak/text 3:13']);
});

test('the shipped library has no finding, and one event that its author accepts', () => {
  const { findings, accepted } = check(['recaps'], []);
  expect(findings).toEqual([]);
  expect(new Set(accepted.map(({ rule }) => rule))).toEqual(new Set(['leak/event']));
});

test('only what was asked for is reported, with all of its show in mind', () => {
  const library = mkdtempSync(join(root, 'library-'));
  for (const [name, content] of Object.entries(beside('Watch for Borogove. [hide]x[/hide]'))) {
    mkdirSync(dirname(join(library, name)), { recursive: true });
    writeFileSync(join(library, name), content);
  }
  const asked = check([join(library, 'a/an-article.md')], []);
  expect(asked.files).toBe(1);
  expect(asked.findings.map(({ rule }) => rule)).toEqual(['leak/text', 'spoiler/look-alike']);
  expect(check([join(library, 'a/s01e02.md')], []).findings).toEqual([]);
});

test('no finding quotes what it found', () => {
  for (const { wrong } of Object.values(CASES)) {
    const library = mkdtempSync(join(root, 'library-'));
    for (const [name, content] of Object.entries(wrong[0])) {
      mkdirSync(dirname(join(library, name)), { recursive: true });
      writeFileSync(join(library, name), content);
    }
    const messages = check([library], [])
      .findings.map(({ message }) => message)
      .join('\n');
    expect(messages).not.toMatch(/Borogove|Zoe|hidden,|titel|Watch/);
  }
});

test('docs/check.md lists every rule as it is', () => {
  const docs = readFileSync('docs/check.md', 'utf8');
  for (const [rule, { severity, finds }] of Object.entries(RULES)) {
    expect(docs).toContain(`| \`${rule}\` | ${severity} | ${finds} |`);
  }
});

describe('names that `show.md` declares', () => {
  const withLine = (line: string): Files => ({
    ...beside('Watch for Borogove, and for Zephyrine.'),
    'a/show.md': SHOW.replace('episodes:', `${line}\nepisodes:`),
  });
  test.each<[line: string, found: string[]]>([
    ['network: Three', ['leak/text 4:11']],
    ['known: [Borogove]', []],
    ['names: [{ name: Borogove }]', []],
    ['names: [{ name: Mimsy, aka: [Borogove] }]', []],
    ['names: [{ name: Zephyrine, after: S01E03 }]', ['leak/text 4:11', 'leak/text 4:29']],
    [
      'names: [{ name: Mimsy, aka: [Zephyrine], after: S01E03 }]',
      ['leak/text 4:11', 'leak/text 4:29'],
    ],
    ['names: [{ name: Zephyrine, after: S01E01 }]', ['leak/text 4:11']],
  ])('%s', (line, findings) => expect(found(withLine(line))).toEqual(findings));
});
