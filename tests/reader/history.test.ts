import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readerOn } from '../support/reader.ts';

const BODY = `${'Filler.\n\n'.repeat(30)}Roses, :spoiler[one]{after=S01E05} here.

${'More filler.\n\n'.repeat(30)}`;

function stateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-history-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('Esc', () => {
  test.each([
    ['the story', ['s']],
    ['the list', ['l']],
    ['the next recap', [']']],
    ['a search in everything', ['f']],
    ['a recap opened from the list', ['l', 'j', 'enter']],
  ])('comes back from %s, to the same line and curtain', async (_, way) => {
    const reader = await readerOn(BODY, 4);
    await reader.press('tab', 'j', 'j');
    const before = reader.screen();
    expect(before).toMatch(/▶ Roses/);
    await reader.press(...way);
    expect(reader.screen()).not.toBe(before);
    for (let steps = 0; steps < 3 && reader.screen() !== before; steps++) {
      await reader.press('escape');
    }
    expect(reader.screen()).toBe(before);
  });

  test('from a list goes up to the shows in the end, and no further', async () => {
    const reader = await readerOn('text', 4);
    await reader.press('escape');
    expect(reader.screen()).toMatch(/▶ An article/);
    await reader.press('escape');
    expect(reader.screen()).toMatch(/▶ A Show/);
    await reader.press('escape');
    expect(reader.screen()).toMatch(/▶ A Show[\s\S]*Press q to quit/);
  });

  test('clears a search first', async () => {
    const reader = await readerOn(BODY, 4);
    await reader.press('/', 'm', 'o', 'r', 'e', 'enter');
    expect(reader.screen()).toContain('match 1 of 30');
    await reader.press('escape');
    expect(reader.screen()).not.toContain('match');
    expect(reader.screen()).toContain('More filler.');
    await reader.press('escape');
    expect(reader.screen()).toMatch(/▶ An article/);
  });

  test('shows a fresh view, at today’s place', async () => {
    const reader = await readerOn(BODY, 5, undefined, stateFolder());
    await reader.press('tab', 'G', 'g', '/', 'r', 'o', 's', 'e', 'enter');
    expect(reader.screen()).toContain('Roses, one here.');
    await reader.press('l');
    await reader.send({
      type: 'progress-changed',
      show: 'a-show',
      progress: { through: null, isRecorded: true, shouldAsk: false, epoch: 1 },
      notice: null,
      change: null,
    });
    await reader.press('escape');
    expect(reader.screen()).toMatch(/Roses, \[▒ Spoiler · S01E05\] here\./);
  });
});

describe('the current match', () => {
  test('looks different from the others', async () => {
    const reader = await readerOn(BODY, 4);
    await reader.press('/', 'm', 'o', 'r', 'e', 'enter', 'n');
    const spans = reader.lines().flatMap((line) => line.spans);
    const marked = spans.filter(({ text }) => text === 'More');
    expect(marked.filter(({ style }) => style.isChosen)).toHaveLength(1);
    expect(marked.filter(({ style }) => style.isMatch).length).toBeGreaterThan(2);
    expect(reader.screen()).toMatch(/▶ More filler/);
  });
});

describe('U', () => {
  test('takes back what this session confirmed, and Ctrl-R asks before it confirms it again', async () => {
    const reader = await readerOn(BODY, 0, undefined, stateFolder());
    const place = () => reader.state.progress.get('a-show')?.through;
    await reader.press('tab', 'enter', 'y');
    expect(place()).toBe('S01E05');
    await reader.press('U');
    expect(place()).toBe(null);
    expect(reader.screen()).toContain('Back to not started');
    await reader.press('ctrl+r');
    expect(reader.screen()).toContain('Have you watched A Show up to and including S01E05?');
    expect(place()).toBe(null);
    await reader.press('enter');
    expect(place()).toBe(null);
    await reader.press('ctrl+r', 'y');
    expect(place()).toBe('S01E05');
    await reader.press('ctrl+r');
    expect(reader.screen()).toContain('There is nothing to confirm again');
  });

  test('asks before it goes back to an earlier session', async () => {
    const folder = stateFolder();
    const earlier = await readerOn(BODY, 0, undefined, folder);
    await earlier.press('tab', 'enter', 'y');
    const reader = await readerOn(BODY, 5, undefined, folder);
    const place = () => reader.state.progress.get('a-show')?.through;
    await reader.press('U');
    expect(reader.screen()).toContain('from S01E05 back to not started');
    expect(reader.screen()).toContain('earlier session');
    await reader.press('enter');
    expect(place()).toBe('S01E05');
    await reader.press('U', 'y');
    expect(place()).toBe(null);
    await reader.press('U');
    expect(reader.screen()).toContain('There is nothing to take back on this device');
  });
});

test('the end of a recap says what comes next', async () => {
  const reader = await readerOn(BODY, 4);
  expect(reader.screen()).not.toContain('] next: another');
  await reader.press('G');
  expect(reader.screen()).toContain('100% · ] next: another');
  await reader.press(']');
  expect(reader.screen()).toContain('100% · ] next: S01E01');
});

describe('what is printed once', () => {
  test('the title stands in the text until it is scrolled away, then in the bar', async () => {
    const reader = await readerOn(BODY, 4);
    const times = () => reader.screen().split('An article').length - 1;
    expect(times()).toBe(1);
    await reader.press('space');
    expect(times()).toBe(1);
  });

  test('a heading that repeats the title is the title', async () => {
    const reader = await readerOn('# An article\n\ntext', 4);
    expect(reader.screen().split('An article').length - 1).toBe(1);
  });

  test('curtains in a row have no blank line between them', async () => {
    const body = [1, 2, 3].map((n) => `:::spoiler{after=S01E0${n + 4} label="L${n}"}\nx\n:::`);
    const reader = await readerOn(`a\n\n${body.join('\n\n')}\n\nb`, 4);
    expect(reader.screen()).toMatch(/a\n\s*\n.*L1 .*\n.*L2 .*\n.*L3 .*\n\s*\n.*b/);
  });
});

describe('the table of contents', () => {
  test('marks the section at the top of the screen', async () => {
    const sections = ['One', 'Two', 'Three'].map(
      (name) => `# ${name}\n\n${'Text.\n\n'.repeat(15)}`,
    );
    const reader = await readerOn(sections.join('\n'), 4);
    for (const [name, screens] of [
      ['One', 0],
      ['One', 1],
      ['Two', 2],
    ] as const) {
      await reader.press('g', ...Array.from({ length: screens }, () => 'space'), 't');
      expect(reader.screen()).toMatch(new RegExp(`▶ +${name}`));
      await reader.press('escape');
    }
    await reader.press('G', 't');
    expect(reader.screen()).toMatch(/▶ +Three/);
  });
});

describe('the position where a recap was left', () => {
  const FILLER = Array.from({ length: 40 }, (_, index) => `Public line ${index + 1}.`).join('\n\n');
  const stored = (folder: string) => readFileSync(join(folder, 'positions.json'), 'utf8');

  test('is found again when more is open above it', async () => {
    const folder = stateFolder();
    const long = 'It was long. '.repeat(300);
    const body = `:::spoiler{after=S01E05}\n${long}\n:::\n\n${FILLER}`;
    const before = await readerOn(body, 4, undefined, folder);
    await before.press('/', ...'line 20', 'enter', 'escape', 'l', 'q');
    const after = await readerOn(body, 5, undefined, folder);
    expect(after.screen()).toContain('Public line 20.');
    await after.press('g');
    expect(after.screen()).toContain('It was long.');
  });

  test('in a spoiler that has closed again is at its curtain', async () => {
    const folder = stateFolder();
    const body = `${FILLER}\n\n:::spoiler{after=S01E05 label="The letter"}\n${FILLER}\n:::\n\n${FILLER}`;
    const before = await readerOn(body, 5, undefined, folder);
    await before.press('/', ...'line 30', 'enter', 'n', 'escape', 'q');
    const after = await readerOn(body, 4, undefined, folder);
    expect(after.screen()).toContain('The letter · opens after S01E05');
  });

  test.each([
    ['a spoiler', (words: string) => `:::spoiler{after=S01E05}\n${words}\n:::\n\n${FILLER}`],
    ['a declared secret', (words: string) => `Zelda vanished ${words}.\n\n${FILLER}`],
  ])('tells nothing of %s that is peeked at', async (_, body) => {
    const [one, other] = await Promise.all(
      ['a', 'told at length '.repeat(2000)].map(async (words) => {
        const folder = stateFolder();
        const reader = await readerOn(body(words), 4, undefined, folder);
        await reader.press('tab', 'enter', 'p', 'space', 'space', 'space', 'q');
        expect(reader.hasEnded).toBe(true);
        return stored(folder);
      }),
    );
    expect(one).toContain('"characters":0');
    expect(other).toBe(one);
  });
});
