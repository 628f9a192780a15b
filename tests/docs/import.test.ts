import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HISTORY_FORMATS, OTHER_RECORDS } from '../../src/history/formats.ts';

test('docs/import.md has every format, as the format itself describes it', () => {
  const rows = HISTORY_FORMATS.map(({ name, howToGet }) => `| ${name} | ${howToGet} |`);
  const others = OTHER_RECORDS.map(({ name, holds }) => `${name} (${holds})`);
  const last = others.pop();
  const docs = readFileSync('docs/import.md', 'utf8');
  const listed = /<!-- the formats .*? -->\n(.*?)\n<!-- end -->/s.exec(docs)?.[1];
  expect(listed).toBe(
    [
      '| from | how |',
      '| --- | --- |',
      ...rows,
      '',
      `No watched episodes are in the files of ${others.join(', ')} and ${last}.`,
    ].join('\n'),
  );
});
