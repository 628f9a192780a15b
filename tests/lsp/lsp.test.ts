import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { editorAt } from '../support/lsp-client.ts';

const SHOW = `---
title: Harbor Lights
episodes:
  - { code: S01E01, title: Corps }
  - { code: S01E02, title: Range of Motion }
  - { code: S01E05, title: Low Water }
secrets: [{ phrase: Delia pushed, after: S01E05 }]
---
`;
const RECAP = '---\nepisode: S01E02\n---\n\nShe arrives.\n';

/** An editor, and a folder with a show of three recaps. */
async function atShow(below = 'harbor', editorName?: string) {
  const home = mkdtempSync(join(tmpdir(), 'recap-lsp-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const folder = join(home, below);
  mkdirSync(folder, { recursive: true });
  const path = (name: string) => join(folder, name);
  writeFileSync(path('show.md'), SHOW);
  writeFileSync(path('s01e02.md'), RECAP);
  writeFileSync(path('an-article.md'), '---\ntitle: An article\n---\n\nPublic.\n');
  const editor = await editorAt(home, editorName);
  onTestFinished(() => editor.end());
  return { editor, path, home };
}

const at = (line: number, character: number) => ({ line, character });

describe('diagnostics', () => {
  test('come as one types, of the text in the editor, and quote nothing', async () => {
    const { editor, path } = await atShow();
    const file = path('s01e02.md');
    const first = editor.diagnosed(file);
    editor.open(file, RECAP);
    expect(await first).toEqual([]);
    const next = editor.diagnosed(file);
    editor.type(file, at(4, 12), at(4, 12), ' :spoiler[CANARY]{after=S09E09}');
    expect(await next).toMatchObject([
      { code: 'gate/unknown', severity: 1, source: 'recap', range: { start: at(4, 13) } },
    ]);
    expect(JSON.stringify(await next)).not.toContain('CANARY');
    const last = editor.diagnosed(file);
    editor.type(file, at(4, 12), at(4, 44), '');
    expect(await last).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe(RECAP);
  });

  test('of one file change with another one that is open', async () => {
    const { editor, path } = await atShow();
    const article = path('an-article.md');
    editor.open(article, '---\ntitle: An article\n---\n\nIt was Delia who pushed him.\n');
    const found = await editor.diagnosed(article);
    expect(found.map(({ code }) => code)).toContain('leak/secret');
    expect(found[0]?.relatedInformation?.[0]?.location.uri).toMatch(/show\.md$/);
    editor.open(path('show.md'), SHOW);
    await editor.diagnosed(article);
    const after = editor.diagnosed(article);
    editor.type(path('show.md'), at(6, 0), at(7, 0), '');
    expect((await after).map(({ code }) => code)).not.toContain('leak/secret');
  });

  test('of a show leave those of a show whose folder begins alike', async () => {
    const { editor, path, home } = await atShow();
    mkdirSync(join(home, 'harbor-two'));
    const other = join(home, 'harbor-two', 's01e02.md');
    writeFileSync(join(home, 'harbor-two', 'show.md'), SHOW);
    editor.open(other, RECAP.replace('S01E02', 'S01E09'));
    expect(await editor.diagnosed(other)).not.toEqual([]);
    let isCleared = false;
    void editor.diagnosed(other).then(() => {
      isCleared = true;
    });
    editor.open(path('s01e02.md'), RECAP);
    await editor.diagnosed(path('s01e02.md'));
    expect(isCleared).toBe(false);
  });

  test('go away with a file that is closed', async () => {
    const { editor, path } = await atShow();
    const file = path('s01e05.md');
    editor.open(file, '---\nepisode: S01E09\n---\n\nNew.\n');
    expect(await editor.diagnosed(file)).not.toEqual([]);
    const after = editor.diagnosed(file);
    editor.close(file);
    expect(await after).toEqual([]);
  });

  test('are there for a file that was not saved yet', async () => {
    const { editor, path } = await atShow();
    const file = path('s01e05.md');
    editor.open(file, '---\nepisode: S01E09\n---\n\nNew.\n');
    expect((await editor.diagnosed(file)).map(({ code }) => code)).toContain('episode/unknown');
  });

  test.each(['.local/share/recap/added/harbor', 'no-show'])(
    'are not there, nor is anything else, in %s',
    async (below) => {
      const { editor, path } = await atShow(below);
      if (below === 'no-show') rmSync(path('show.md'));
      const file = path('s01e02.md');
      editor.open(file, '---\nepisode: S09E09\n---\n\n:spoiler[x]{after=S01E05}\n');
      expect(await editor.hover(file, at(4, 10))).toBe(null);
      expect(await editor.complete(file, at(4, 23))).toEqual([]);
      expect(await editor.actions(file, [])).toEqual([]);
    },
  );
});

describe('completion', () => {
  async function labels(text: string): Promise<string[]> {
    const { editor, path } = await atShow();
    const file = path('s01e02.md');
    const position = text.indexOf('|');
    const lines = text.slice(0, position).split('\n');
    editor.open(file, text.replace('|', ''));
    const items = await editor.complete(file, at(lines.length - 1, lines.at(-1)?.length ?? 0));
    return items.map(({ label }) => label);
  }

  test.each([
    ['---\nepisode: |\n---\n', ['S01E01', 'S01E02', 'S01E05']],
    ['---\ntitle: x\nafter: S|\n---\n', ['S01E01', 'S01E02', 'S01E05', 'never']],
    ['---\ntitle: x\n---\n\n:spoiler[x]{after=|}\n', ['S01E01', 'S01E02', 'S01E05', 'never']],
    ['---\ntitle: x\n---\n\n## A {|\n', ['after', 'label', 'also']],
    ['---\ntitle: x\n---\n\n## A {after=S01E01 l|\n', ['label', 'also']],
    ['---\ntitle: x\n---\n\n:|\n', [':spoiler', ':::spoiler']],
    ['---\ntitle: x\n---\n\n:::sp|\n', [':::spoiler']],
    ['---\ntitle: x\n---\n\nJust words: |\n', []],
  ])('of %j', async (text, expected) => {
    expect(await labels(text)).toEqual(expected);
  });

  test('of keys leaves out what is there', async () => {
    const found = await labels('---\nepisode: S01E02\n|\n---\n');
    expect(found).toEqual(expect.arrayContaining(['title', 'gist', 'after', 'summary']));
    expect(found).not.toContain('episode');
  });
});

describe('hover', () => {
  const TEXT =
    '---\ntitle: x\n---\n\nOpen :spoiler[closed]{after=S01E02} open.\n\n## Later {after=S01E05}\n\nText ||inside||.\n\n## Never {after=S09E09}\n\nx\n';

  test.each([
    [4, 2, 'Everyone can read this.'],
    [4, 16, 'Opens after S01E02.'],
    [4, 30, 'Opens after S01E02.'],
    [4, 38, 'Everyone can read this.'],
    [6, 5, 'Opens after S01E05.'],
    [8, 8, 'Opens after S01E05.'],
    [12, 0, 'Opens only for a peek.'],
  ])('at line %i, column %i', async (line, column, expected) => {
    const { editor, path } = await atShow();
    editor.open(path('an-article.md'), TEXT);
    expect(await editor.hover(path('an-article.md'), at(line, column))).toBe(expected);
  });

  test('on a key says what it is, and in the recap of an episode when it opens', async () => {
    const { editor, path } = await atShow();
    const file = path('s01e02.md');
    editor.open(file, RECAP);
    expect(await editor.hover(file, at(1, 3))).toContain('The episode it is about');
    expect(await editor.hover(file, at(4, 3))).toBe('Opens after S01E02.');
  });
});

describe('fixes', () => {
  test('are those of recap check --fix, one by one and all of them', async () => {
    const { editor, path } = await atShow();
    const file = path('an-article.md');
    const text =
      '---\ntitle: x\n---\n\nA :spoiler[b]{After: s1e2} c.\n\nD :spoiler[e]{after=1.05} f.\n';
    editor.open(file, text);
    const diagnostics = await editor.diagnosed(file);
    const broken = diagnostics.filter(({ range }) => range.start.line === 4);
    expect(broken.length).toBeGreaterThan(0);
    const [quick, ...others] = await editor.actions(file, broken.slice(0, 1));
    expect(quick).toMatchObject({ kind: 'quickfix', isPreferred: true });
    const edits = Object.values(quick?.edit?.changes ?? {})[0] ?? [];
    expect(edits).toMatchObject([{ newText: 'A :spoiler[b]{after=S01E02} c.' }]);
    const all = others.find(({ kind }) => kind === 'source.fixAll');
    expect(Object.values(all?.edit?.changes ?? {})[0]?.map(({ newText }) => newText)).toEqual([
      'A :spoiler[b]{after=S01E02} c.',
      'D :spoiler[e]{after=S01E05} f.',
    ]);
    expect(readFileSync(file, 'utf8')).toContain('Public.');
  });

  test('add an end that is missing', async () => {
    const { editor, path } = await atShow();
    const file = path('an-article.md');
    editor.open(file, '---\ntitle: x\n---\n\n:::spoiler{after=S01E02}\nText.\n');
    const diagnostics = await editor.diagnosed(file);
    const actions = await editor.actions(file, diagnostics);
    const edits = Object.values(actions.at(-1)?.edit?.changes ?? {})[0];
    expect(edits).toEqual([{ range: { start: at(6, 0), end: at(6, 0) }, newText: ':::\n' }]);
  });

  test('keep the line ends of Windows', async () => {
    const { editor, path } = await atShow();
    const file = path('an-article.md');
    editor.open(
      file,
      '---\r\ntitle: x\r\n---\r\n\r\n:spoiler[Text]{after=1x2}\r\n'.replace('1x2', '1.02'),
    );
    const actions = await editor.actions(file, await editor.diagnosed(file));
    const edits = Object.values(actions.at(-1)?.edit?.changes ?? {})[0] ?? [];
    expect(edits).not.toEqual([]);
    expect(JSON.stringify(edits)).not.toContain('\\r');
  });

  test('there are none where nothing has one right form', async () => {
    const { editor, path } = await atShow();
    editor.open(path('s01e02.md'), RECAP);
    expect(await editor.actions(path('s01e02.md'), [])).toEqual([]);
  });
});

describe('what an editor asks for', () => {
  const broken = RECAP.replace('She arrives.', ':spoiler[She arrives.]{After: s1e2}');

  test.each([
    [['quickfix'], ['quickfix']],
    [['source'], ['source.fixAll']],
    [['source.fixAll'], ['source.fixAll']],
    [['source.fixAll.recap'], []],
    [['refactor'], []],
    [[], []],
    [undefined, ['quickfix', 'source.fixAll']],
  ])('of code actions of the kinds %j is %j', async (only, kinds) => {
    const { editor, path } = await atShow();
    const file = path('s01e02.md');
    editor.open(file, broken);
    const diagnostics = await editor.diagnosed(file);
    const actions = await editor.actions(file, diagnostics.slice(0, 1), only);
    expect(actions.map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each([
    ['Visual Studio Code', true],
    ['Visual Studio Code - Insiders', true],
    ['VSCodium', true],
    ['Neovim', false],
    ['helix', false],
  ])('in %s is a command of VS Code after a completion: %s', async (name, isOffered) => {
    const { editor, path } = await atShow('harbor', name);
    const file = path('s01e02.md');
    editor.open(file, `${RECAP}:spoiler[x]{`);
    const found = await editor.complete(file, at(5, 12));
    const after = found.find(({ label }) => label === 'after');
    expect(after).toBeDefined();
    expect(after?.command !== undefined).toBe(isOffered);
  });

  test('is answered for folders and files whose names are stored in NFD', async () => {
    const { editor, path } = await atShow('e\u0301te\u0301');
    const file = path('caf\u0065\u0301.md');
    const text = '---\ntitle: Cafe\n---\n\n:spoiler[x]{after=S09E09}\n';
    writeFileSync(file, text);
    editor.open(file, text);
    const found = await editor.diagnosed(file);
    expect(found.map(({ code }) => code)).toEqual(['gate/unknown']);
  });
});
