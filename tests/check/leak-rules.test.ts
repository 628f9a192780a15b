import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Checked, check } from '../../src/check/check.ts';
import { asJson, causes, summary } from '../../src/check/report.ts';

const root = mkdtempSync(join(tmpdir(), 'recap-leak-rules-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Files = Readonly<Record<string, string>>;

function checked(files: Files): Checked {
  const show = join(mkdtempSync(join(root, 'library-')), 'show');
  mkdirSync(show);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(show, name), text);
  return check([show], []);
}

/** Leaks as `rule line:column`, with `×count` where there are several. */
function found(files: Files): string[] {
  const findings = checked(files).findings.filter(({ rule }) => rule.startsWith('leak/'));
  return findings.map(({ rule, at, count = 1 }) => {
    return `${rule} ${at.line}:${at.column}${count > 1 ? ` ×${count}` : ''}`;
  });
}

const EPISODES = `episodes:
  - { code: S01E01, title: One }
  - { code: S01E02, title: Two }
  - { code: S01E03, title: Three }
`;

/** A show whose third episode tells something, and an article. */
function telling(
  third: string,
  article: string,
  { show = '', head = 'title: Notes', ...more }: Files = {},
): Files {
  return {
    'show.md': `---\ntitle: Show\n${EPISODES}${show}---\n\nA town by the sea.\n`,
    's01e01.md': '---\nepisode: S01E01\n---\n\nAda comes to town.\n',
    's01e02.md': '---\nepisode: S01E02\n---\n\nAda walks home with Tom. She asks Ada nothing.\n',
    's01e03.md': `---\nepisode: S01E03\n---\n\n${third}\n`,
    'notes.md': `---\n${head}\n---\n\n${article}\n`,
    ...more,
  };
}

describe('names', () => {
  test.each<[what: string, third: string, article: string, expected: string[]]>([
    [
      'an ordinary first name at the start of a sentence',
      'She meets Michael.',
      'Michael lies.',
      ['leak/text 5:1'],
    ],
    [
      'a word that may be a name',
      'She meets Grace at sea.',
      '## What Grace wants\n\nA.',
      ['leak/heading 5:9'],
    ],
    ['a first name that common words resemble', 'She meets Shae.', 'Shae lies.', ['leak/text 5:1']],
    [
      'a surname with the stem of a common word',
      'She meets Grace Poole.',
      'Ask Poole.',
      ['leak/text 5:5'],
    ],
    [
      'two common words that are one name',
      'Now the Night King rides.',
      'So the Night King rides.',
      ['leak/text 5:8'],
    ],
    [
      'a name of two words over a line end',
      'He is the Red\nKeeper now.',
      'Ask the Red Keeper.',
      ['leak/text 5:9'],
    ],
    [
      'of two words, one by itself tells nothing',
      'Now the Night King rides.',
      'Night falls. A king is dead.',
      [],
    ],
    [
      'a name with "of"',
      'She is the Mother of Storms.',
      'The Mother of Storms waits.',
      ['leak/text 5:5'],
    ],
    ['the same word written small', 'She meets Grace at sea.', 'There is grace in it.', []],
    ['a common word that recaps write small as well', 'In the hope of Hope.', 'Hope helps.', []],
    [
      'an article with a capital',
      'They call her The Boss. The Boss is late.',
      'It is said that The hour is late.',
      [],
    ],
    ['a form of address', 'She meets Captain Ward.', 'The Captain of a ship must know.', []],
    [
      'all mentions are one finding',
      'She meets Michael.',
      'Michael lies. So says Michael.',
      ['leak/text 5:1 ×2'],
    ],
    [
      'words of a name are one finding',
      'She meets Emmett Sorley.',
      'Sorley waits. Emmett Sorley!',
      ['leak/text 5:1 ×2'],
    ],
  ])('%s', (_, third, article, expected) => {
    expect(found(telling(third, article))).toEqual(expected);
  });

  test('one finding for each place in which a name is', () => {
    const head = 'title: Michael explained\nsummary: "Juliet returns."\ntags: [michael, theory]';
    const article =
      'Michael is her brother.\n\n## Juliet lies\n\n:::spoiler{after=S01E03 label="What Michael did"}\nA.\n:::';
    expect(found(telling('At night Ada meets Michael and Juliet.', article, { head }))).toEqual([
      'leak/title 2:8',
      'leak/summary 3:11',
      'leak/tag 4:8',
      'leak/text 7:1',
      'leak/heading 9:4',
      'leak/label 11:1',
    ]);
  });

  const nickname = (more: Files) =>
    found(
      telling('All fear Littlefinger now.', 'Petyr Baelish, called Littlefinger, smiles.', more),
    );
  const first = { 's01e01.md': '---\nepisode: S01E01\n---\n\nLord Petyr Baelish comes to town.\n' };

  test.each<[what: string, more: Files, expected: string[]]>([
    ['is a leak if nobody says whose it is', first, ['leak/text 5:23']],
    [
      'is known from the episode that `names` gives',
      { ...first, show: 'names: [{ name: Petyr Baelish, aka: [Littlefinger], after: S01E01 }]\n' },
      [],
    ],
    [
      'is known from the gate of its card',
      {
        ...first,
        'people.md': '## Petyr Baelish {after=S01E01 also="Littlefinger"}\n\n- A man.\n',
      },
      [],
    ],
    ['is known to everybody', { ...first, show: 'known: [Littlefinger]\n' }, []],
  ])('a nickname %s', (_, more, expected) => expect(nickname(more)).toEqual(expected));

  test('a name that `names` reveals later is a leak even in a recap', () => {
    const show = 'names: [{ name: Tom, after: S01E03 }]\n';
    expect(found(telling('b', 'c', { show }))).toEqual(['leak/text 5:21']);
  });

  test('a name of two known words is revealed when `names` says so', () => {
    const show = 'names: [{ name: Ada Tom, after: S01E03 }]\n';
    const both = 'Here is Ada Tom. It is Ada. It is Tom.';
    const files = telling('It was Ada Tom.', both, { show, head: 'title: Notes\nafter: S01E02' });
    expect(found(files)).toEqual(['leak/text 6:9']);
  });
});

describe('events', () => {
  const open = 'title: Notes\nafter: S01E02';
  test.each<[what: string, third: string, article: string, expected: string[]]>([
    [
      'in a label',
      'Ada kills Tom.',
      ':::spoiler{after=S01E03 label="Why Tom dies"}\nA.\n:::',
      ['leak/event 6:1'],
    ],
    ['in a heading', 'Ada kills Tom.', '## The murder of Tom\n\nA.', ['leak/event 6:8']],
    ['in text', 'Ada kills Tom with a knife.', 'Ada kills Tom in the end.', ['leak/event 6:5']],
    ['in text that no recap bears out', 'Ada sings.', 'Ada kills Tom in the end.', []],
    [
      'in a heading that no recap bears out',
      'Ada sings.',
      '## The murder of Tom\n\nA.',
      ['leak/event 6:8'],
    ],
    ['that is only supposed', 'Ada kills Tom.', 'Nobody knows whether Ada kills Tom.', []],
    ['in an open question', 'Ada kills Tom.', '## Does Tom die?\n\nA.', []],
    ['in an idiom', 'Ada kills Tom.', '## Tom is dying to know\n\nA.', []],
    [
      'that happens to somebody else of theirs',
      'Ada kills Tom.',
      '## Why the mother of a friend died\n\nA.',
      [],
    ],
    [
      'whose word is part of a name',
      'So the Red Wedding begins.',
      '## The Red Wedding\n\nA.',
      ['leak/heading 6:8'],
    ],
  ])('%s', (_, third, article, expected) => {
    expect(found(telling(third, article, { head: open }))).toEqual(expected);
  });

  test('in a section that its author gated, and that no recap bears out', () => {
    const section = '## The murder of Tom {after=S01E02}\n\nA.';
    expect(found(telling('Ada sings.', section))).toEqual([]);
    expect(found(telling('Ada kills Tom.', section))).toEqual(['leak/event 5:8']);
  });

  test('is known once a recap that is open tells of one', () => {
    const article = ':::spoiler{after=S01E03 label="Why Tom dies"}\nA.\n:::';
    const head = 'title: Notes\nafter: S01E03';
    expect(found(telling('Ada kills Tom.', article, { head }))).toEqual([]);
    expect(found(telling('She waits for Tom. At night she kills him.', article, { head }))).toEqual(
      [],
    );
  });

  test('a recap of an earlier episode that looks ahead', () => {
    const second = (text: string) => ({
      's01e02.md': `---\nepisode: S01E02\n---\n\nAda knows Tom. ${text}\n`,
    });
    const looking = second('Weeks from now Ada kills Tom.');
    expect(found(telling('Ada kills Tom.', 'A.', looking))).toEqual(['leak/event 5:35']);
    const now = second('Tom hides, and Ada kills a fly.');
    expect(found(telling('Ada kills Tom.', 'A.', now))).toEqual([]);
  });
});

test('where a declared secret can be read, nothing else is reported', () => {
  const show = 'secrets: [{ phrase: Ada killed Zelda, after: S01E03 }]\n';
  const files = telling('Ada killed Zelda.', 'Ada killed Zelda. Watch Zelda.', { show });
  expect(found(files)).toEqual(['leak/secret 5:1', 'leak/text 5:25']);
});

describe('accepted', () => {
  const accepting = (entry: string) =>
    checked(
      telling('She meets Michael.', 'Michael lies. Ask Michael.', {
        head: `title: Michael\naccepted:\n  - ${entry}`,
      }),
    );

  test('a finding with a reason is counted and not listed', () => {
    const result = accepting('{ rule: leak/text, words: Michael, reason: a pet }');
    expect(result.findings.map(({ rule }) => rule)).toEqual(['leak/title']);
    expect(summary(result)).toBe('0 errors and 1 warning in 5 files, 1 accepted');
    expect(asJson(result, (path) => path)).toMatchObject({ warnings: 1, accepted: 1 });
  });

  test('an entry counts only where its words are', () => {
    const result = accepting('{ rule: leak/text, words: ask, reason: a pet }');
    expect(result.findings.map(({ rule, count }) => [rule, count])).toEqual([
      ['leak/title', 1],
      ['leak/text', 1],
    ]);
  });

  test('an entry without a reason is an error', () => {
    const { findings } = accepting('{ rule: leak/text }');
    expect(findings.map(({ rule }) => rule)).toContain('front-matter/schema');
  });
});

describe('the closing line', () => {
  const name = (path: string) => path.replace(/.*\//, '');
  const many = (names: readonly string[]) => {
    const notes = Array.from({ length: Math.max(6, 2 * names.length) }, (_, index) => {
      const word = names[index % names.length];
      return [`n${index}.md`, `---\ntitle: Notes\n---\n\n${word} lies.\n`] as const;
    });
    const third = names.map((word) => `She meets ${word}.`).join('\n\n');
    return causes(checked({ ...telling(third, 'A.'), ...Object.fromEntries(notes) }), name);
  };

  test('says which few words cause most findings, and quotes none', () => {
    expect(many(['Michael', 'Juliet'])).toBe(
      '6 of 6 possible leaks come from 2 words, first revealed at s01e03.md:5:11, s01e03.md:7:11; if everybody may know them, use `known` in `show.md`',
    );
  });

  test('is absent where many words cause them', () => {
    expect(many(['Michael', 'Juliet', 'Peter', 'Hugo', 'Walter', 'Claire'])).toBeUndefined();
  });
});
