import { expect, test } from 'vitest';
import { home } from '../support/program.ts';
import { inTerminal } from '../support/terminal.ts';

const EPISODES = 'episodes: [{ code: S01E01 }, { code: S01E02 }, { code: S01E03 }]';
const TEXT = `---
title: Who
---

## People

| Who | What | Where |
| --- | --- | --- |
| Ann | left | London |
| Bob | :spoiler[GATED]{after=S01E02} | Paris |
| Cy | | |

1. One
2. Two[^1]
   - nested
3. [x] Three

> A quote.
>
> It ends.

She met :spoiler[GATED]{after=S01E02 label="a name"}.

[^1]: A note.
`;

function shows() {
  const { folder, write } = home();
  write('a/show.md', `---\ntitle: Alpha\n${EPISODES}\n---\nok\n`);
  write('a/s01e01.md', '---\ntitle: First\nepisode: S01E01\n---\nText.\n');
  write('a/s01e02.md', '---\ntitle: Second\nepisode: S01E02\n---\nText.\n');
  write('a/s01e03.md', '---\ntitle: Third\nepisode: S01E03\n---\nText.\n');
  write('a/who.md', TEXT);
  const env = { HOME: folder, INK_SCREEN_READER: 'true' };
  const told = (rows: readonly string[]) => rows.map((row) => row.trim()).filter(Boolean);
  return { env, write, told };
}

test('a screen reader is told everything in a recap, a question and the contents, and nothing twice', async () => {
  const { env, told } = shows();
  const run = inTerminal({
    args: ['read', 'a', 'who', '--watched', 'S01E01'],
    env,
    columns: 90,
    rows: 40,
  });
  await run.until('A note.');
  expect(told(run.rows()).slice(1, -1)).toEqual([
    'Heading 1: Who',
    'Heading 2: People',
    'Table: Who; What; Where',
    'Ann; left; London',
    'Bob; [Spoiler, hidden until you have watched S01E02]; Paris',
    'Cy; empty; empty',
    '1. One',
    '2. Two (note 1)',
    '• nested',
    '3. Done: Three',
    'Quote: A quote.',
    'It ends.',
    'End of quote.',
    'She met [Spoiler: a name, hidden until you have watched S01E02].',
    'Note 1: A note.',
  ]);
  await run.press('Tab', 'Enter');
  await run.until('Have you watched');
  const asked = told(run.rows());
  expect(asked.slice(-3)).toEqual([
    'Have you watched Alpha up to and including S01E02?',
    '[Enter] not yet   [y] yes, watched   [p] peek at this one',
    'Nothing changes until you confirm',
  ]);
  expect(asked).toContain('Selected: Bob; [Spoiler, hidden until you have watched S01E02]; Paris');
  await run.press('Escape', 't');
  await run.until('Selected: Heading 2: People');
  expect(told(run.rows()).slice(1, -1)).toEqual(['Selected: Heading 2: People']);
  expect(run.raw()).not.toContain('GATED');
  expect(run.screen()).not.toMatch(/[─│▶█░▒]/);
  await run.press('q');
  expect(await run.exit).toBe(0);
});

test('a screen reader is told the library, a question and a show in words', async () => {
  const { env, told } = shows();
  const run = inTerminal({ args: [], env });
  await run.until('Alpha');
  expect(told(run.rows())).toEqual([
    'recap; 4 shows',
    'Heading 2: Not started',
    'Selected: Alpha; 0 of 3 watched',
    'Great Expectations; 0 of 36 watched; 1860, All the Year Round',
    'Sherlock Holmes; 0 of 39 watched; 1887, The Strand Magazine',
    'Tiny Pretty Things; 0 of 10 watched; 2020, Netflix',
    'Enter opens · w watched · a add a show · / filter · ? help · q quit',
  ]);
  await run.press('Enter');
  await run.until('How far');
  expect(told(run.rows())).toEqual([
    'Alpha',
    'How far have you watched Alpha?',
    'Everything up to there opens. What comes later stays hidden.',
    'Selected: Not started',
    'Through S01E01',
    'Through S01E02',
    'Through S01E03',
    'Enter answers · Esc back · q quit · or type a code such as S01E04',
  ]);
  await run.press('Down');
  await run.answer('Enter');
  await run.until('Season 1');
  expect(told(run.rows()).slice(0, -1)).toEqual([
    'Alpha; 1 of 3 watched',
    'About the show',
    'People you have met',
    'Heading 2: Season 1',
    'S01E01; First; watched',
    'Selected: S01E02; Second; next',
    'S01E03; title hidden; later',
    'Heading 2: Articles',
    'Who',
  ]);
  await run.press('q');
  expect(await run.exit).toBe(0);
});

test.each([
  [40, 10],
  [80, 24],
])(
  'for a screen reader no page of %i×%i is taller than the screen, and each line is told once',
  async (columns, rows) => {
    const { env, write, told } = shows();
    const label = (item: number) => `what the neighbour said about clue number ${item}`;
    const items = Array.from({ length: 20 }, (_, index) => index + 1);
    const lines = items.map(
      (item) => `- Item ${item} :spoiler[GATED]{after=S01E02 label="${label(item)}"}`,
    );
    write('a/many.md', `---\ntitle: Many\n---\n\n${lines.join('\n')}\n`);
    const args = ['read', 'a', 'many', '--watched', 'S01E01'];
    const run = inTerminal({ args, env, columns, rows });
    await run.until('Item 1 ');
    const all: string[] = [];
    for (let isAtEnd = false; !isAtEnd; ) {
      const screen = told(run.rows());
      const page = screen.slice(1, -1);
      expect(screen[0]).toContain('Alpha');
      expect(screen.at(-1)).toMatch(/^\d+%/);
      // the last page is a full one: it may begin with rows of the page before
      const known = page.findLastIndex(
        (_, end) => end > 0 && all.slice(-end).join() === page.slice(0, end).join(),
      );
      all.push(...page.slice(Math.max(0, known)));
      isAtEnd = screen.at(-1)?.startsWith('100%') ?? true;
      await run.press(' ');
    }
    for (const item of items) {
      const sentence = `Item ${item} [Spoiler: ${label(item)}, hidden until you have watched S01E02]`;
      expect(all.join(' ').split(sentence)).toHaveLength(2);
    }
    await run.press('Tab', 'Enter');
    await run.until('Nothing changes');
    const asked = told(run.rows());
    expect(asked[0]).toContain('Alpha');
    expect(asked.join(' ')).toMatch(
      /Have you watched Alpha up to and including S01E02\? \[Enter\] not yet +\[y\] yes, watched +\[p\] peek at this one Nothing changes until you confirm$/,
    );
    await run.press('Escape');
    expect(run.raw()).not.toContain('GATED');
    await run.press('q');
    expect(await run.exit).toBe(0);
  },
);
