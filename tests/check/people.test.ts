import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';

const root = mkdtempSync(join(tmpdir(), 'recap-people-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const CARDS = `## June Park {after=S01E02}

- A dancer.

## The stranger {after=S01E02}

- Nobody knows her.

## Zelda Quint {after=S01E03 also="the stranger"}

- The stranger, all along.
`;
const RECAPS = ['Ada is at home.', 'June Park arrives, and a woman.', 'Zelda Quint is she.'];

/** The rules that the people of a show break, each with its file and line; the show is fine but for the change. */
function found(change: {
  readonly cards?: string;
  readonly recaps?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}): string[] {
  const folder = join(mkdtempSync(join(root, 'library-')), 'a');
  mkdirSync(folder);
  const { cards = CARDS, recaps = RECAPS, files = {} } = change;
  const list = recaps.map((_, index) => `{ code: S01E0${index + 1} }`).join(', ');
  const all = {
    'show.md': `---\ntitle: A Show\nepisodes: [${list}]\n---\nAda comes home.\n`,
    'people.md': cards,
    ...Object.fromEntries(
      recaps.map((body, index) => [
        `s01e0${index + 1}.md`,
        `---\nepisode: S01E0${index + 1}\n---\n${body}\n`,
      ]),
    ),
    ...files,
  };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  return check([folder], [])
    .findings.filter(({ rule }) => rule.startsWith('people/'))
    .map(({ rule, at }) => `${rule} ${at.path.slice(folder.length + 1)}:${at.line}`);
}

const articleOf = (body: string, front = '') => ({
  files: { 'x.md': `---\ntitle: X\n${front}---\n${body}\n` },
});

describe('a person is named before their card opens', () => {
  test.each([
    ['whole', articleOf('Where is June Park?'), ['people/early x.md:4']],
    ['by a part', articleOf('Where is June?'), ['people/early x.md:4']],
    ['by a possessive', articleOf("It is June's."), ['people/early x.md:4']],
    ['in a summary', articleOf('A.', 'summary: June is gone\n'), ['people/early x.md:3']],
    [
      'in a label',
      articleOf('A :spoiler[b]{after=S01E03 label="About June"}.'),
      ['people/early x.md:4'],
    ],
    [
      'behind an earlier gate',
      articleOf('A :spoiler[It is Zelda.]{after=S01E02}'),
      ['people/early x.md:4'],
    ],
    [
      'in an earlier recap',
      { recaps: ['Ada is home.', 'June Park meets Zelda Quint.', 'The end.'] },
      ['people/early s01e02.md:4'],
    ],
    [
      'on the card of somebody else',
      { cards: CARDS.replace('A dancer.', 'She rooms with Zelda.') },
      ['people/early people.md:3'],
    ],
  ])('%s', (_, change, expected) => {
    expect(found(change)).toEqual(expected);
  });
});

describe('nothing is wrong with', () => {
  test.each([
    ['people who are named from their cards on', {}],
    ['a name behind its gate', articleOf('A :spoiler[June Park]{after=S01E02}.')],
    [
      'a name that the introduction has',
      {
        files: {
          'show.md':
            '---\ntitle: A\nepisodes: [{ code: S01E01 }, { code: S01E02 }, { code: S01E03 }]\n---\nJune Park.\n',
          'x.md': '---\ntitle: X\n---\nJune Park.\n',
        },
      },
    ],
    [
      'a name that the first episode tells',
      { recaps: ['June Park.', 'June Park', 'Zelda Quint'], ...articleOf('June Park.') },
    ],
    [
      'a description put otherwise',
      { cards: `${CARDS}\n## The man with the file {after=S01E02}\n\n- A man.\n` },
    ],
    ['somebody else of that surname', articleOf('Mrs. Park is here.')],
    ['names in comments and addresses', articleOf('A. <!-- June --> <https://x.example/June>')],
    ['a common word', articleOf('In June it rains, june after june.')],
  ])('%s', (_, change) => {
    expect(found(change)).toEqual([]);
  });
});

test('a card whose line names nobody new is not told by another card', () => {
  expect(found({ cards: `${CARDS}\n## June Park {after=S01E03}\n\n- Again.\n` })).toEqual([
    'people/same-name people.md:13',
  ]);
  expect(found({ cards: `${CARDS}\n## Otto {after=S01E03}\n\n- Never there.\n` })).toEqual([
    'people/unmentioned people.md:13',
  ]);
});

test('a card, or a line of it, that opens before the episode that tells it is a leak', () => {
  const folder = join(mkdtempSync(join(root, 'library-')), 'a');
  mkdirSync(folder);
  const show =
    '---\ntitle: A\nepisodes: [{ code: S01E01 }, { code: S01E02 }, { code: S01E03 }]\n---\nA.\n';
  writeFileSync(join(folder, 'show.md'), show);
  writeFileSync(join(folder, 's01e01.md'), '---\nepisode: S01E01\n---\nHere is Ada.\n');
  writeFileSync(
    join(folder, 's01e03.md'),
    '---\nepisode: S01E03\n---\nHere is Zedd. He defenestrates Ada.\n',
  );
  writeFileSync(
    join(folder, 'people.md'),
    '## Ada {after=S01E01}\n\n- Here.\n- :spoiler[Is defenestrated.]{after=S01E02}\n\n## Zedd {after=S01E02}\n\n- Here.\n',
  );
  const findings = check([folder], []).findings.map(({ rule, at }) => `${rule} ${at.line}`);
  expect(findings).toEqual(['leak/text 4', 'people/untold 6']);
});

test('the built-in library is fine', () => {
  expect(check(['recaps'], []).findings).toEqual([]);
});
