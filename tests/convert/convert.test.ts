import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { home } from '../support/program.ts';
import { code, show } from '../support/recaps.ts';
import { converted, opening, wordsIn } from './converting.ts';

const page = (name: string) => readFileSync(join('tests/convert/pages', name), 'utf8');

const PAGES: readonly (readonly [
  name: string,
  frontMatter: object,
  /** Words that open before the last of ten episodes, and after which. */
  opens: Readonly<Record<string, number>>,
])[] = [
  [
    'blog.html',
    { title: 'Recap, barre.example', after: 'S01E03' },
    { CANARY_E3: 3, CANARY_E3B: 3, CANARY_E5: 5 },
  ],
  [
    'magazine.html',
    {
      title: 'The finale, explained',
      after: 'S01E10',
      author: 'Ola Brandt',
      published: '2021-01-05',
      source: 'https://screen.example/finale',
    },
    {},
  ],
  [
    'wiki.html',
    { title: 'Recap, wiki.example', after: 'S01E01' },
    { CANARY_E1: 1, CANARY_LIST: 1, CANARY_E2: 2 },
  ],
  ['forum.html', { title: 'Recap', after: 'S01E10' }, {}],
  ['minimal.html', { title: 'Recap', after: 'S01E10', published: '2021-02-03' }, {}],
  ['newsletter.txt', { title: 'Recap, letters.example', after: 'S01E02' }, { CANARY_E2: 2 }],
];

describe.each(PAGES)('%s', (name, frontMatter, opens) => {
  const text = page(name);
  const subject = converted(text, show);

  test('has a public title that tells nothing, and the gates that hold', () => {
    expect(subject.frontMatter).toMatchObject(frontMatter);
    expect(subject.draft.isDoubtful).toBe(false);
  });
  test('opens what each episode tells, and everything else after the last', () => {
    for (const word of wordsIn(text, /(?:CANARY|OPEN)_\w+/g)) {
      expect([word, opening(subject, word)]).toEqual([word, opens[word] ?? 10]);
    }
  });
  test('keeps nothing of the furniture', () => {
    expect(subject.draft.text).not.toMatch(/FURNITURE|RAN/);
  });
});

const LONG =
  'a sentence that is long enough, with commas, for a reader to take it for text. '.repeat(4);

test.each([
  [
    'a hidden title and author',
    `<details><h1>CANARY</h1><p class="author">CANARY</p></details><p>${LONG}</p>`,
  ],
  ['a first line in bars', '||CANARY|| it is\n\nText.'],
  ['an author in bars', 'Title\nby ||CANARY||\n\nText.'],
  ['spoilers from the first line on', 'Spoilers ahead\n\nCANARY'],
  ['a heading of several episodes', 'Title\n\n## S01E01-S01E10\n\nCANARY'],
  ['another heading among episodes', 'Title\n\n## Episode 1\n\nA\n\n## The sea\n\nCANARY'],
  ['a rule behind a section', 'Title\n\n## Episode 1\n\nA\n\n* * *\n\nCANARY'],
  [
    'details in plain text',
    'Title\n\n## Episode 1\n\n<details><summary>x</summary>CANARY</details>',
  ],
  ['a title that is a question', 'Why did CANARY push her?\n\nText.'],
  ['a title that tells', '<title>S01E02 recap: CANARY dies</title><p>Text that is there.</p>'],
  ['a description', `<meta name="description" content="CANARY"><p>${LONG}</p>`],
  ['a folded callout', '## Episode 1\n\n> [!info]- More\n> CANARY'],
  ['an end that has no beginning', '## Episode 1\n\nCANARY[/spoiler]'],
])('is not open before the last episode: %s', (_, text) => {
  const { seen, frontMatter } = converted(text, show);
  const { title, summary, tags } = frontMatter;
  expect(seen.slice(0, 2).join('\n')).not.toContain('CANARY');
  expect(JSON.stringify({ title, summary, tags })).not.toContain('CANARY');
});

test('an episode recap is gated as a whole, and no section of it opens earlier', () => {
  const subject = converted(page('blog.html'), show, { episode: code(5) });
  expect(subject.frontMatter.episode).toBe('S01E05');
  expect(opening(subject, 'CANARY_E3')).toBe(5);
  expect(opening(subject, 'CANARY_END')).toBe(5);
});

describe('--open-intro', () => {
  const text = `Title\n\nOPEN_a ${LONG}\n\nWarning: major spoilers below.\n\nSPOIL_b ${LONG}`;

  test('opens what stands before the warning of the page, and says what that is', () => {
    const subject = converted(text, show, { opensIntro: true });
    expect(opening(subject, 'OPEN_a')).toBe(0);
    expect(opening(subject, 'SPOIL_b')).toBe(10);
    expect(subject.draft.openText).toContain('OPEN_a');
  });
  test('opens nothing where the page warns of nothing', () => {
    const subject = converted(text.replace(/^Warning.*$/m, ''), show, { opensIntro: true });
    expect(opening(subject, 'OPEN_a')).toBe(10);
    expect(subject.draft.openText).toBe('');
  });
  test('opens nothing where the warning comes first', () => {
    expect(converted(`Title\n\n||SPOIL|| ${text}`, show, { opensIntro: true }).seen[0]).not.toMatch(
      /SPOIL/,
    );
  });
});

describe('the text stays as it was', () => {
  test.each([
    ['markers in code', '<p>It is <code>if (a || b)</code> here.</p>', 'if (a || b)'],
    ['a tag that is none', '<p>A review [spoiler-free] of it.</p>', '[spoiler-free]'],
    ['bars without a partner', '<p>This || that.</p>', 'This || that.'],
    ['colons and braces', '<p>::: and {after=S01E01} and :spoiler[x]</p>', '{after=S01E01}'],
    [
      'Markdown',
      '<p># no heading, *no* stars, 1. no list, &lt;details&gt;</p>',
      '*no* stars, 1. no list, <details>',
    ],
    ['a comment', '<p>Well &lt;!-- so --&gt; it is</p>', '<!-- so -->'],
    ['arrows', '<p>a &gt;! b</p><p>and wow!&lt; c</p>', 'and wow!< c'],
  ])('%s', (_, html, text) => {
    const subject = converted(`<article>${html}<p>${LONG}</p></article>`, show);
    expect(subject.draft.isDoubtful).toBe(false);
    expect(subject.seen[10]?.replaceAll('`', '')).toContain(text);
  });
  test('a table is a table, and a heading with a line break is one heading', () => {
    const { draft } = converted(
      '<article><h2>One<br>heading</h2><p>x</p><table><tr><th>Who</th><th>Fate</th></tr><tr><td>Ana</td><td>a|b</td></tr></table></article>',
      show,
    );
    expect(draft.text).toContain('## One heading\n');
    expect(draft.text).toContain('| Who | Fate |\n| --- | --- |\n| Ana | a\\|b |');
  });
});

test('the program: a draft on stdout, a report on stderr, and nothing is overwritten', () => {
  const { run, write, folder } = home();
  const path = write('page.html', page('blog.html'));
  const printed = run('convert', path, '--show', 'tiny');
  expect(printed.code).toBe(0);
  expect(printed.stdout).toMatch(/^---\ntitle: "Recap, barre\.example"\nafter: S01E03\n/);
  expect(printed.stderr).toMatch(/^recap: the whole draft waits for S01E10: /);
  expect(printed.stderr).toContain('recap: nothing is public\n');
  expect(printed.stderr).not.toContain('CANARY');
  const output = join(folder, 'draft.md');
  expect(run('convert', path, '--output', output).code).toBe(0);
  expect(run('convert', path, '--output', output)).toMatchObject({ code: 1, stdout: '' });
  expect(run('convert', path, '--episode', 'S01E01').code).toBe(2);
  expect(run('convert', join(folder, 'nowhere')).stderr).toContain('nowhere');
});

describe('a number without a season', () => {
  const sections = (...headings: string[]) =>
    converted(
      `Guide\n\nText.\n\n${headings.map((heading, index) => `## ${heading}\n\nThere is WORD${index}X in it.\n`).join('\n')}`,
    );
  test.each([
    ['is of the season that a heading named', ['Season 1', 'Episode 1', 'Episode 2'], [4, 1, 2]],
    [
      'is of the season named last',
      ['Season 1', 'Episode 1', 'Season 2', 'Episode 1'],
      [4, 1, 8, 5],
    ],
    ['is doubtful where it falls', ['Season 1 Episode 4', 'Episode 1', 'Episode 2'], [4, 8, 8]],
    ['is doubtful where none was named', ['Episode 1', 'Episode 2'], [8, 8]],
    ['is known by its title', ['Episode 1: Corps', 'Episode 1: Low Water'], [1, 5]],
    ['is doubtful with the title of another episode', ['Season 1', 'Episode 1: Ballast'], [4, 8]],
  ])('%s', (_, headings, gates) => {
    const subject = sections(...headings);
    expect(headings.map((__, index) => opening(subject, `WORD${index}X`))).toEqual(gates);
  });
});
