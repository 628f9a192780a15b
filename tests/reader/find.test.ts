import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ReaderRun, readerOn } from '../support/reader.ts';

const BODY = `A paragraph about roses.

${'Filler text goes on.\n\n'.repeat(40)}
## The roof

She found the *white* rose there, :spoiler[and the knife]{after=S01E05}.`;

const press = (reader: ReaderRun, ...keys: string[]) => reader.press(...keys);

function stateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-find-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const type = (reader: ReaderRun, text: string) =>
  reader.press(...[...text].map((letter) => (letter === ' ' ? 'space' : letter)));

const find = async (reader: ReaderRun, text: string) => {
  await reader.press('f');
  await type(reader, text);
  await reader.press('enter');
};

describe('finding words in all recaps', () => {
  test('shows where they stand, and opens the recap there', async () => {
    const reader = await readerOn(BODY, 4);
    await find(reader, '"white rose"');
    expect(reader.screen()).toMatch(
      /▶ A Show · An article · The roof\n.*She found the white rose there/,
    );
    await reader.press('enter');
    expect(reader.screen()).toMatch(/She found the white rose there, \[▒ Spoiler · S01E05\]/);
    expect(reader.screen()).toMatch(/match 1 of 1/);
  });

  test('Esc comes back to the hits, then to where one was', async () => {
    const reader = await readerOn(BODY, 4);
    await press(reader, 'l');
    await find(reader, 'rose');
    await press(reader, 'j', 'enter', 'escape');
    expect(reader.screen()).toMatch(/2 of 2[\s\S]*Find: rose/);
    await press(reader, 'escape');
    expect(reader.screen()).toMatch(/A Show +4 of 10 watched/);
  });

  test('from a recap, Esc leads back into it', async () => {
    const reader = await readerOn(BODY, 4);
    await press(reader, 'G');
    const before = reader.screen();
    await find(reader, 'nothing like it');
    expect(reader.screen()).toContain("No matches in what you've unlocked.");
    await press(reader, 'escape');
    expect(reader.screen()).toBe(before);
  });

  test('what is hidden and what is nowhere look the same', async () => {
    const screens: string[] = [];
    for (const word of ['knife', 'xxxxx']) {
      const reader = await readerOn(BODY, 4);
      await find(reader, word);
      screens.push(reader.screen().replace(word, 'WORD'));
    }
    expect(screens[1]).toBe(screens[0]);
    const later = await readerOn(BODY, 5);
    await find(later, 'knife');
    expect(later.screen()).toContain('and the knife');
  });

  test('the hits that one comes back to are those of the place then: looked for anew', async () => {
    const reader = await readerOn(BODY, 4, undefined, stateFolder());
    await find(reader, 'there');
    await press(reader, 'enter', 'tab', 'enter', 'y', 'escape');
    expect(reader.screen()).toContain('and the knife');
    await press(reader, 'enter', 'U', 'escape');
    expect(reader.screen()).toContain('rose there, […]');
  });

  test('letters are text while one types, and ? and q too', async () => {
    const reader = await readerOn(BODY, 4);
    await press(reader, 'f');
    await type(reader, 'q?fs');
    expect(reader.screen()).toContain('Find: q?fs▏');
    expect(reader.hasEnded).toBe(false);
  });

  test('a search without a word says so', async () => {
    const reader = await readerOn(BODY, 4);
    await press(reader, 'f', 'enter');
    expect(reader.screen()).toContain('Type a word to search for');
  });

  test('the chosen hit is always on the screen', async () => {
    const many = Array.from({ length: 40 }, (_, index) => `rose number ${index}`).join('\n\n');
    const reader = await readerOn(many, 4, { columns: 40, rows: 10 });
    await find(reader, 'rose');
    for (let index = 0; index < 40; index++) {
      expect(reader.screen()).toMatch(new RegExp(`▶[\\s\\S]*rose number ${index}\\b`));
      await press(reader, 'down');
    }
  });
});

describe('the story', () => {
  test('opens from a recap and from the list', async () => {
    const reader = await readerOn(BODY, 4);
    await press(reader, 's');
    expect(reader.screen()).toMatch(/The story so far[\s\S]*S01E01 One[\s\S]*The story begins\./);
    await press(reader, 'l', 's');
    expect(reader.screen()).toContain('The story begins.');
  });

  test('is not there before anything is watched', async () => {
    const reader = await readerOn(BODY, 0);
    await press(reader, 's');
    expect(reader.screen()).toContain('No episode of the story is unlocked for you yet');
  });

  test('grows with a confirmation, and hides again once it is taken back', async () => {
    const reader = await readerOn(BODY, 1, undefined, stateFolder());
    await press(reader, 's');
    await press(reader, 'tab', 'enter', 'y');
    expect(reader.screen()).toContain('Later.');
    await press(reader, 'U');
    expect(reader.screen()).not.toContain('Later.');
  });

  test('shows nothing once all of it is taken back', async () => {
    const reader = await readerOn(BODY, 0, undefined, stateFolder());
    await press(reader, 'tab', 'enter', 'y', 's');
    expect(reader.screen()).toContain('The story begins.');
    await press(reader, 'U');
    expect(reader.screen()).not.toContain('The story begins.');
  });
});
