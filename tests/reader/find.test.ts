import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ReaderRun, readerOn } from '../support/reader.ts';

const BODY = `A paragraph about roses.

${'Filler text goes on.\n\n'.repeat(40)}
## The roof

She found the *white* rose there, :spoiler[and the knife]{after=S01E05}.`;

function press(reader: ReaderRun, ...keys: string[]): void {
  for (const key of keys) reader.press(key);
}

function stateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-find-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const type = (reader: ReaderRun, text: string) => {
  for (const letter of text) reader.press(letter === ' ' ? 'space' : letter);
};

const find = (reader: ReaderRun, text: string) => {
  reader.press('f');
  type(reader, text);
  reader.press('enter');
};

describe('finding words in all recaps', () => {
  test('shows where they stand, and opens the recap there', () => {
    const reader = readerOn(BODY, 4);
    find(reader, '"white rose"');
    expect(reader.screen()).toMatch(
      /▶ A Show · An article · The roof\n.*She found the white rose there/,
    );
    reader.press('enter');
    expect(reader.screen()).toMatch(/She found the white rose there, \[▒ Spoiler · S01E05\]/);
    expect(reader.screen()).toMatch(/match 1 of 1/);
  });

  test('Esc comes back to the hits, then to where one was', () => {
    const reader = readerOn(BODY, 4);
    press(reader, 'l');
    find(reader, 'rose');
    press(reader, 'j', 'enter', 'escape');
    expect(reader.screen()).toMatch(/Find: rose[\s\S]*2 of 2/);
    press(reader, 'escape');
    expect(reader.screen()).toContain('A Show · watched through S01E04');
  });

  test('from a recap, Esc leads back into it', () => {
    const reader = readerOn(BODY, 4);
    press(reader, 'G');
    const before = reader.screen();
    find(reader, 'nothing like it');
    expect(reader.screen()).toContain('Nothing that you may know has that.');
    press(reader, 'escape');
    expect(reader.screen()).toBe(before);
  });

  test('what is hidden and what is nowhere look the same', () => {
    const screens = ['knife', 'xxxxx'].map((word) => {
      const reader = readerOn(BODY, 4);
      find(reader, word);
      return reader.screen().replace(word, 'WORD');
    });
    expect(screens[1]).toBe(screens[0]);
    const later = readerOn(BODY, 5);
    find(later, 'knife');
    expect(later.screen()).toContain('and the knife');
  });

  test('the hits that one comes back to are those of the place then: looked for anew', () => {
    const reader = readerOn(BODY, 4, undefined, stateFolder());
    find(reader, 'there');
    press(reader, 'enter', 'tab', 'enter', 'y', 'escape');
    expect(reader.screen()).toContain('and the knife');
    press(reader, 'enter', 'U', 'escape');
    expect(reader.screen()).toContain('rose there, […]');
  });

  test('letters are text while one types, and ? and q too', () => {
    const reader = readerOn(BODY, 4);
    press(reader, 'f');
    type(reader, 'q?fs');
    expect(reader.screen()).toContain('Find: q?fs▏');
    expect(reader.hasEnded).toBe(false);
  });

  test('a search without a word says so', () => {
    const reader = readerOn(BODY, 4);
    press(reader, 'f', 'enter');
    expect(reader.screen()).toContain('type a word to look for');
  });

  test('the chosen hit is always on the screen', () => {
    const many = Array.from({ length: 40 }, (_, index) => `rose number ${index}`).join('\n\n');
    const reader = readerOn(many, 4, { columns: 40, rows: 10 });
    find(reader, 'rose');
    for (let index = 0; index < 40; index++) {
      expect(reader.screen()).toMatch(new RegExp(`▶[\\s\\S]*rose number ${index}\\b`));
      press(reader, 'down');
    }
  });
});

describe('the story', () => {
  test('opens from a recap and from the list', () => {
    const reader = readerOn(BODY, 4);
    press(reader, 's');
    expect(reader.screen()).toMatch(/The story so far[\s\S]*S01E01 One[\s\S]*The story begins\./);
    press(reader, 'l', 's');
    expect(reader.screen()).toContain('The story begins.');
  });

  test('is not there before anything is watched', () => {
    const reader = readerOn(BODY, 0);
    press(reader, 's');
    expect(reader.screen()).toContain('no recap of the story is open to you yet');
  });

  test('grows with a confirmation, and hides again once it is taken back', () => {
    const reader = readerOn(BODY, 1, undefined, stateFolder());
    press(reader, 's');
    press(reader, 'tab', 'enter', 'y');
    expect(reader.screen()).toContain('Later.');
    press(reader, 'U');
    expect(reader.screen()).not.toContain('Later.');
  });

  test('shows nothing once all of it is taken back', () => {
    const reader = readerOn(BODY, 0, undefined, stateFolder());
    press(reader, 'tab', 'enter', 'y', 's');
    expect(reader.screen()).toContain('The story begins.');
    press(reader, 'U');
    expect(reader.screen()).not.toContain('The story begins.');
  });
});
