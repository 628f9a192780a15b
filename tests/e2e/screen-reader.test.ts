import { expect, test } from 'vitest';
import { home } from '../support/program.ts';
import { inTerminal } from '../support/terminal.ts';

const TEXT = `---
title: Who
---

| Who | What | Where |
| --- | --- | --- |
| Ann | left | London |
| Bob | :spoiler[GATED]{after=S01E02} | Paris |

1. One
2. Two
   - nested

> A quote.

She met :spoiler[GATED]{after=S01E02 label="a name"}.
`;

test('for a screen reader, cells, numbers and bullets are told, and a curtain is a sentence', async () => {
  const { folder, write } = home();
  const list = 'episodes: [{ code: S01E01 }, { code: S01E02 }]';
  write('a/show.md', `---\ntitle: A\n${list}\n---\nok\n`);
  write('a/who.md', TEXT);
  const env = { HOME: folder, INK_SCREEN_READER: 'true' };
  const run = inTerminal({ args: ['read', 'a', 'who', '--watched', 'S01E01'], env });
  await run.until('She met');
  const told = run.rows().map((row) => row.trim());
  expect(told).toEqual(
    expect.arrayContaining([
      'Ann; left; London',
      'Bob; Spoiler. Hidden until you have watched S01E02.; Paris',
      '1. One',
      '2. Two',
      '• nested',
      'A quote.',
      'She met Spoiler: a name. Hidden until you have watched S01E02..',
    ]),
  );
  expect(run.raw()).not.toContain('GATED');
  await run.press('q');
  expect(await run.exit).toBe(0);
});
