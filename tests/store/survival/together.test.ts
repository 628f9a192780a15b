import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLine } from '../../../src/store/progress/line.ts';
import { machine, ORDER } from './program.ts';

const PROCESSES = 8;

test('eight programs at once, ten confirmations each: all are kept', async () => {
  const device = machine();
  const shows = Array.from({ length: PROCESSES }, (_, n) => `show-${n}`);
  for (const show of shows) {
    const folder = join(device.home, '.local', 'share', 'recap', 'recaps', show);
    mkdirSync(folder, { recursive: true });
    const episodes = ORDER.codes.map((code) => `  - { code: ${code}, title: Title }\n`).join('');
    writeFileSync(
      join(folder, 'show.md'),
      `---\ntitle: Show ${show}\nepisodes:\n${episodes}---\nAbout.\n`,
    );
  }

  await Promise.all(
    shows.map(async (show) => {
      for (const code of ORDER.codes) {
        const run = await device.recap(['watched', show, code]);
        expect(run).toMatchObject({ code: 0, stderr: '' });
      }
    }),
  );

  const lines = device.bytes().split('\n').slice(0, -1);
  const entries = lines.map(readLine);
  const kept = entries.map((each) => (typeof each === 'string' ? each : [each.show, each.through]));
  expect(kept).toHaveLength(PROCESSES * ORDER.codes.length);
  expect(kept).toEqual(
    expect.arrayContaining(shows.flatMap((show) => ORDER.codes.map((code) => [show, code]))),
  );
  for (const show of shows) expect(device.place(show)).toBe('S01E10');
});
