import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runHere } from '../support/in-process.ts';

/** `recap new "The Quay" S01E01` at a terminal. */
async function answering(...lines: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'recap-new-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const result = await runHere(folder, ['new', 'The Quay', 'S01E01'], {}, lines);
  const show = join(folder, '.local/share/recap/recaps/the-quay');
  const read = (name: string) => {
    const path = join(show, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  };
  return { ...result, read };
}

test('a show that the library does not have is asked about', async () => {
  const { code, stderr, read } = await answering('The Quay (US)', '2019', ' Channel Five ', '1,2');
  expect(code).toBe(0);
  expect(stderr).toContain(
    'Title [The Quay] Year (Enter for none) Network (Enter for none) Episodes of each season (such as 8,10; Enter for none) ',
  );
  const text = read('show.md');
  expect(text).toContain('title: "The Quay (US)"\nyear: 2019\nnetwork: "Channel Five"\n');
  expect(text).toMatch(/code: S01E01[\s\S]*code: S02E02/);
  expect(read('s01e01.md')).toContain('episode: S01E01');
});

test('Enter leaves everything else out', async () => {
  const { code, read } = await answering('', '', '', '');
  expect(code).toBe(0);
  expect(read('show.md')).toMatch(/title: "The Quay"\n(?!year|network)/);
});

test.each([[[]], [['The Quay']], [['The Quay', '2019', 'Channel Five']]])(
  'the end of the input after %j starts nothing',
  async (lines) => {
    const { code, stderr, read } = await answering(...lines);
    expect(stderr).toContain('recap: the show was not started\n');
    expect(code).toBe(1);
    expect(read('show.md')).toBe(null);
  },
);
