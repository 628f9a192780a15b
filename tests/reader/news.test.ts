import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Place } from '../../src/model/order.ts';
import { reduce } from '../../src/reader/reduce.ts';
import { ReadingHistory } from '../../src/store/reading/reading-history.ts';
import { readerOn } from '../support/reader.ts';
import { code, recap } from '../support/recaps.ts';

const BODY = `Public.

:spoiler[The second tells this.]{after=S01E02}

:::spoiler{after=S01E04 label="The fourth"}
The fourth tells this.

:spoiler[And the fifth that.]{after=S01E05}
:::

:spoiler[The sixth tells this.]{after=S01E06}`;

const AT = { chunk: 1, characters: 0 };

/** A reader at a place who read the article at another one; further recaps are those of episodes 4 and 9. */
async function returning(episodes: number, read: Place | undefined, columns = 80) {
  const reading = new ReadingHistory(undefined);
  if (read !== undefined) reading.remember('a-show', 'a-recap', AT, read);
  const recaps = [4, 9].map((number) =>
    recap('Told.', { episode: code(number) }, `s01e0${number}`),
  );
  return readerOn(BODY, episodes, { columns, rows: 24 }, null, undefined, undefined, {
    recaps,
    reading,
  });
}

/** The lines of the screen that are marked as new. */
function marked(screen: string): string[] {
  return screen
    .split('\n')
    .filter((line) => line.includes('┃'))
    .map((line) => line.replace('┃', '').trim());
}

describe('the margin', () => {
  test('marks what has opened since the recap was last read', async () => {
    const reader = await returning(5, 'S01E03');
    expect(marked(reader.screen())).toEqual(['The fourth tells this.', 'And the fifth that.']);
    await reader.press('j', 'k');
    expect(marked(reader.screen())).toHaveLength(2);
  });

  test.each<[place: number, read: Place | undefined]>([
    [5, undefined],
    [5, 'S01E05'],
    [3, 'S01E05'],
    [3, 'S09E09'],
  ])('marks nothing at %d for somebody who read it at %s', async (place, read) => {
    const reader = await returning(place, read);
    expect(marked(reader.screen())).toEqual([]);
  });

  test('goes on marking it in this session, and no longer in the next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recap-news-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    new ReadingHistory(folder).remember('a-show', 'a-recap', AT, 'S01E03');
    const reader = await readerOn(BODY, 5, undefined, folder);
    await reader.press('l', 'escape');
    expect(marked(reader.screen())).toHaveLength(2);
    await reader.press('q');
    const next = await readerOn(BODY, 5, undefined, folder);
    expect(marked(next.screen())).toEqual([]);
  });
});

describe('the list of a show', () => {
  const row = (screen: string, name: string) =>
    screen.split('\n').find((line) => line.includes(name)) ?? '';

  test('counts what has opened since it was read, and says what is new and what was read', async () => {
    const reader = await returning(5, 'S01E03');
    const list = async () => {
      await reader.press('l');
      return reader.screen();
    };
    // leaving the article is reading it
    const screen = await list();
    expect(row(screen, 'An article')).toMatch(/read/);
    expect(row(screen, 'S01E04')).toMatch(/┃ .*new/);
    expect(row(screen, 'S01E09')).not.toMatch(/new|read/);
    expect(row(screen, 'S01E01')).toMatch(/✓ .*watched/);
    await reader.press('escape', ']', ']', ']');
    expect(reader.screen()).toContain('Told.');
    expect(row(await list(), 'S01E04')).toMatch(/read/);
  });

  test('counts passages, those of the introduction of a session before', async () => {
    const reading = new ReadingHistory(undefined);
    reading.remember('a-show', 'a-recap', AT, null);
    const start = await readerOn(BODY, 5, undefined, null, undefined, undefined, { reading });
    // the article is open: what was counted before it is left
    expect(start.state.news.get('a-show')?.get('a-recap')).toEqual({
      isRead: true,
      isNew: false,
      passages: 2,
    });
    await start.press('backspace');
    expect(row(start.screen(), 'An article')).toMatch(/read/);
  });

  test.each<[name: string, body: string, isRead: boolean]>([
    ['all behind a curtain', ':::spoiler{after=S01E09}\nAll.\n:::', false],
    ['behind several, and a comment', '||All.||\n\n<!-- ok -->\n\n---\n\n||More.||', false],
    ['behind one that only a peek opens', ':::spoiler{after=never}\nAll.\n:::', false],
    ['with open words', 'Open. ||Closed.||', true],
    ['with an open heading', '# 1\n\n||Closed.||', true],
  ])('an article %s is read only if something of it was', async (_, body, isRead) => {
    const reader = await readerOn(body, 5);
    await reader.press('l');
    expect(reader.state.news.has('a-show')).toBe(true);
    expect(row(reader.screen(), 'An article')).toContain('An article');
    expect(/ read/.test(row(reader.screen(), 'An article'))).toBe(isRead);
  });

  test.each<[name: string, body: string, isRead: boolean]>([
    ['all behind a later curtain', ':::spoiler{after=S01E09}\nAll.\n:::', false],
    ['all behind a curtain that only a peek opens', ':spoiler[All.]{after=never}', false],
    ['behind its own curtain and a later one', '||Open.||\n\n:spoiler[All.]{after=S01E09}', true],
    ['with open words', 'Open. :spoiler[Closed.]{after=S01E09}', true],
  ])('so is the recap of an episode: %s', async (_, body, isRead) => {
    const reading = new ReadingHistory(undefined);
    reading.remember('a-show', 's01e04', AT, 'S01E05');
    const recaps = [recap(body, { episode: code(4) }, 's01e04')];
    const reader = await readerOn(BODY, 5, undefined, null, undefined, undefined, {
      recaps,
      reading,
    });
    await reader.press('l');
    expect(reader.state.news.get('a-show')?.get('s01e04')?.isRead).toBe(isRead);
  });

  test('an article that opened after it was seen as a curtain is new, then read', async () => {
    const reading = new ReadingHistory(undefined);
    reading.remember('a-show', 'a-recap', AT, 'S01E03');
    const body = ':::spoiler{after=S01E05}\nAll.\n:::';
    const start = await readerOn(body, 5, undefined, null, undefined, undefined, { reading });
    expect(start.state.news.get('a-show')?.get('a-recap')).toEqual({
      isRead: false,
      isNew: false,
      passages: 1,
    });
    await start.press('l');
    expect(row(start.screen(), 'An article')).toMatch(/ read/);
    await start.press('W', 'g', 'enter');
    expect(row(start.screen(), 'An article')).not.toMatch(/ read/);
  });

  test('still says what was read once all shows have been looked through', async () => {
    const reader = await returning(5, 'S01E05');
    await reader.press('l');
    await reader.send({ type: 'drawn' });
    expect(row(reader.screen(), 'An article')).toMatch(/read/);
  });

  test('a declared secret that has opened is counted', async () => {
    const reading = new ReadingHistory(undefined);
    reading.remember('a-show', 'a-recap', AT, 'S01E03');
    const body = 'Public. Zelda vanished. Public.';
    const reader = await readerOn(body, 6, undefined, null, undefined, undefined, { reading });
    expect(reader.state.news.get('a-show')?.get('a-recap')?.passages).toBe(1);
  });

  test('follows the reader’s place, in both directions', async () => {
    const reader = await returning(3, 'S01E03');
    await reader.press('l', 'w', 'y');
    expect(row(reader.screen(), 'An article')).toMatch(/1 new passage /);
    await reader.press('W', 'G', 'enter');
    expect(row(reader.screen(), 'An article')).toMatch(/2 new passages/);
    await reader.press('W', 'g', 'enter');
    expect(row(reader.screen(), 'An article')).not.toMatch(/new/);
  });

  test('of a place that was left is dropped at once', async () => {
    const reader = await returning(5, 'S01E03');
    await reader.press('l');
    expect(reader.state.news.get('a-show')?.get('s01e04')?.isNew).toBe(true);
    const progress = { through: null, isRecorded: true, shouldAsk: false, epoch: 1 } as const;
    const { state } = reduce(reader.state, {
      type: 'progress-changed',
      show: 'a-show',
      progress,
      notice: '',
      change: null,
    });
    expect(state.news.get('a-show')).toBe(undefined);
  });

  test('shows a sign where there is no room for words', async () => {
    const reader = await returning(5, 'S01E03', 40);
    await reader.press('l');
    expect(row(reader.screen(), 'S01E04')).toMatch(/┃ S01E04/);
  });
});

test('the library counts the recaps that have something new', async () => {
  const reading = new ReadingHistory(undefined);
  reading.remember('a-show', 'another', AT, 'S01E03');
  reading.remember('a-show', 's01e01', AT, 'S01E03');
  const recaps = [4, 9].map((number) =>
    recap('Told.', { episode: code(number) }, `s01e0${number}`),
  );
  const more = { reading, recaps };
  const reader = await readerOn(BODY, 5, undefined, null, undefined, undefined, more);
  await reader.press('escape', 'escape');
  expect(reader.screen()).toMatch(/A Show .*next S01E06, 1 new/);
});

test('what is hidden has no effect on what counts as new', async () => {
  const body = (words: string) => `Public.\n\n:::spoiler{after=S01E08}\n${words}\n:::`;
  const screens = await Promise.all(
    ['a', `long\n\n:spoiler[nested]{after=S01E04}\n\n${'words '.repeat(500)}`].map(
      async (words) => {
        const reading = new ReadingHistory(undefined);
        reading.remember('a-show', 'a-recap', AT, 'S01E03');
        const reader = await readerOn(body(words), 5, undefined, null, undefined, undefined, {
          reading,
        });
        const first = reader.screen();
        await reader.press('l');
        return [first, reader.screen(), [...(reader.state.news.get('a-show') ?? [])]];
      },
    ),
  );
  expect(screens[1]).toEqual(screens[0]);
});
