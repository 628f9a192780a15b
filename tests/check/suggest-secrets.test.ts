import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { runHere } from '../support/in-process.ts';

const root = mkdtempSync(join(tmpdir(), 'recap-suggest-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const CODES = ['S01E01', 'S01E02', 'S01E03', 'S01E04'];

/** A show in a folder, told by episode. */
function show(recaps: readonly string[], lines = '', folder = mkdtempSync(join(root, 'library-'))) {
  const path = join(folder, 'show');
  mkdirSync(path, { recursive: true });
  const episodes = CODES.map((code) => `  - { code: ${code}, title: A }\n`).join('');
  writeFileSync(
    join(path, 'show.md'),
    `---\ntitle: Show\nepisodes:\n${episodes}${lines}---\n\nA town by the sea.\n`,
  );
  for (const [index, text] of recaps.entries()) {
    const code = CODES[index] ?? '';
    writeFileSync(
      join(path, `${code}.md`.toLowerCase()),
      `---\nepisode: ${code}\n---\n\n${text}\n`,
    );
  }
  return path;
}

/** Somebody is a person who is named often. */
const FRIENDS = 'Here is Ada, and here is Tom. Ask Ada, ask Tom, and ask Ada.';

function suggest(path: string, ...more: readonly string[]) {
  return runHere(root, ['check', '--suggest-secrets', path, ...more]);
}

/** The suggestions without the places. */
async function suggested(path: string): Promise<string[]> {
  const { stdout } = await suggest(path);
  return stdout
    .split('\n')
    .slice(1, -1)
    .map((line) => line.replace(/^ {2}- | #.*$/g, ''));
}

describe('check --suggest-secrets', () => {
  test('lists events with those they happen to, and where they are told', async () => {
    const path = show([FRIENDS, 'Rain.', 'It is late. Ada kills Tom with a knife.']);
    const { stdout, stderr, code } = await suggest(path);
    expect(stdout).toBe(
      `secrets:\n  - { phrase: "Ada kills Tom", after: S01E03 } # ${path}/s01e03.md:5\n`,
    );
    expect(stderr).toContain('show.md');
    expect(code).toBe(0);
  });

  test('what it prints is a declaration that finds the secret and nothing else', async () => {
    const recaps = [
      FRIENDS,
      'Rain.',
      'Ada marries Tom. The wedding of Ada and Tom is short.',
      'Ada kills Tom.',
    ];
    const { stdout } = await suggest(show(recaps));
    expect(stdout).toContain('any: [');
    const declared = show(recaps, stdout);
    expect(check([declared], []).findings).toEqual([]);
    writeFileSync(
      join(declared, 'notes.md'),
      '---\ntitle: Notes\n---\n\nSo Tom was killed by Ada.\n',
    );
    expect(check([declared], []).findings.map(({ rule }) => rule)).toEqual(['leak/secret']);
    expect(await suggested(declared)).toEqual([]);
  });

  test.each<[what: string, recaps: string[]]>([
    ['the first episode tells', [`${FRIENDS} Ada kills Tom.`, 'Rain.', 'Ada kills Tom.']],
    [
      'an earlier recap says in the same words',
      [FRIENDS, 'Nobody thinks that Ada would kill Tom.', 'Ada kills Tom.'],
    ],
    ['happens to nobody who has a name', [FRIENDS, 'Rain.', 'The old man dies.']],
  ])('leaves out what %s', async (_, recaps) => {
    expect(await suggested(show(recaps))).toEqual([]);
  });

  test('is short: the most telling events of a long show', async () => {
    const names = [
      'Ada',
      'Tom',
      'Mia',
      'Leo',
      'Eva',
      'Max',
      'Ida',
      'Ben',
      'Zoe',
      'Jon',
      'Kim',
      'Lea',
      'Uma',
      'Pia',
    ];
    const all = names.map((name) => `Here is ${name}. Ask ${name}, and ${name} again.`).join(' ');
    const deaths = names.map((name) => `At night ${name} dies.`).join(' ');
    const rescues = names.map((name) => `At noon ${name} is rescued.`).join(' ');
    const lines = await suggested(show([all, rescues, deaths]));
    expect(lines).toHaveLength(12);
    expect(lines.every((line) => line.includes('dies'))).toBe(true);
  });

  test.each<[args: string[], message: RegExp]>([
    [[], /shows hidden text; name one show/],
    [['a', 'b'], /name one show/],
    [['--json', 'a'], /`--suggest-secrets` and `--json` cannot be used together/],
    [['--fix', 'a'], /cannot be used together/],
  ])('refuses %s', async (args, message) => {
    const { code, stdout, stderr } = await runHere(root, ['check', '--suggest-secrets', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test('never shows what an added show tells', async () => {
    const home = mkdtempSync(join(root, 'home-'));
    const added = join(home, '.local', 'share', 'recap', 'added');
    show([FRIENDS, 'Rain.', 'Ada kills Tom.'], '', added);
    const { code, stdout, stderr } = await runHere(home, ['check', '--suggest-secrets', 'show']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('added shows');
    const byPath = await runHere(home, ['check', '--suggest-secrets', join(added, 'show')]);
    expect([byPath.code, byPath.stdout]).toEqual([2, '']);
  });
});
