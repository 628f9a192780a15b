import { describe, expect, test } from 'vitest';
import { type ReaderRun, readerOn } from '../support/reader.ts';
import { code, recap } from '../support/recaps.ts';

const PEOPLE = `## June Park {after=S01E01}

- A dancer.
- :spoiler[She knows it all.]{after=S01E03}

## Bette Whitlaw {after=S01E01}

- The star.

## The stranger {after=S01E02}

- Nobody knows her.

## Zelda Quint {after=S01E04 also="the stranger"}

- She did it.
`;

const EPISODES = [
  'Bette smiles. June asks who the stranger is.',
  'June knows. Bette does not.',
  'Zelda Quint is the stranger.',
].map((body, index) => recap(body, { episode: code(index + 2) }, `s01e0${index + 2}`));

const ARTICLE = 'A page about June.\n\n:spoiler[Zelda came.]{after=S01E04}\n\nThe end.';

function readerAt(episodes: number, people = PEOPLE, body = ARTICLE): Promise<ReaderRun> {
  const more = { recaps: EPISODES, people: recap(people, {}, 'people') };
  return readerOn(body, episodes, undefined, null, undefined, undefined, more);
}

const rows = (screen: string) => screen.split('\n').map((line) => line.trim());

describe('i', () => {
  test('offers those first who are named on the screen, then everyone met', async () => {
    const reader = await readerAt(2);
    await reader.press('i');
    expect(reader.screen()).toMatch(
      /On this page\s+▶ June Park +last seen S01E02\s+Everyone else\s+Bette Whitlaw .*\s+The stranger/,
    );
    expect(reader.screen()).not.toMatch(/Zelda|knows it all/);
  });

  test('completes a name, and shows the card of the one that is selected', async () => {
    const reader = await readerAt(3);
    await reader.press('i', 'b');
    expect(rows(reader.screen())).toContain('Bette Whitlaw');
    expect(reader.screen()).toContain('The star.');
    await reader.press('backspace', 'j', 'u');
    expect(reader.screen()).toMatch(/S01E01 A dancer\.\s+S01E03 She knows it all\./);
    expect(reader.screen()).not.toContain('The star.');
  });

  test('opens the card, and from it the passage; Esc comes back', async () => {
    const reader = await readerAt(3);
    const before = reader.screen();
    await reader.press('i', 'enter');
    expect(reader.screen()).toMatch(/▶ +First seen in S01E02[\s\S]*Last seen in S01E03/);
    await reader.press('tab', 'enter');
    expect(reader.screen()).toMatch(/S01E03[\s\S]*▶ June knows\./);
    // these are no matches of a search
    expect(reader.screen()).toMatch(/June, 1 of 1 · n N · Esc back/);
    expect(reader.screen()).not.toContain('match');
    await reader.press('escape');
    expect(reader.screen()).toBe(before);
  });

  test('goes back to the same place, peek and all', async () => {
    const reader = await readerAt(2);
    await reader.press('tab', 'enter', 'p');
    await reader.send({ type: 'settled' });
    const before = reader.screen();
    expect(before).toContain('Zelda came.');
    await reader.press('i', 'j', 'enter', 'escape', 'escape');
    expect(reader.screen()).toBe(before);
    await reader.press('i', 'backspace');
    expect(reader.screen()).toBe(before);
  });

  test('does not count what is only peeked at', async () => {
    const reader = await readerAt(2);
    await reader.press('tab', 'enter', 'p', 'i', 'z');
    expect(reader.screen()).toContain("Nobody of that name in what you've unlocked.");
  });

  test('joins two people once it is known that they are one', async () => {
    const reader = await readerAt(4);
    await reader.press('i', ...'stranger', 'enter');
    expect(reader.screen()).toMatch(
      /Zelda Quint\s+Also The stranger\s+S01E02 Nobody[\s\S]*S01E04 She did/,
    );
  });

  test.each([0, 1, 2, 3])(
    'after %i episodes shows the same for a name that is still to come as for nobody',
    async (episodes) => {
      const without = PEOPLE.slice(0, PEOPLE.indexOf('## Zelda'));
      const longer = PEOPLE.replace('She did it.', 'She did it, '.repeat(200)).replace(
        'Zelda Quint',
        'Quinta Zedd',
      );
      const readers = await Promise.all(
        [PEOPLE, without, longer].map((people) => readerAt(episodes, people)),
      );
      for (const key of [
        'i',
        ...'zel',
        'down',
        'enter',
        'backspace',
        'enter',
        'tab',
        'escape',
        'escape',
      ]) {
        for (const reader of readers) await reader.press(key);
        const [one, ...others] = readers.map((reader) => reader.screen());
        for (const other of others) expect(other).toBe(one);
      }
    },
  );

  test('is the row of a list, too', async () => {
    const reader = await readerAt(2);
    await reader.press('l', 'g');
    expect(reader.screen()).toContain('▶ People you have met');
    const before = reader.screen();
    await reader.press('enter');
    expect(reader.screen()).toMatch(/▶ June Park[\s\S]*The stranger/);
    expect(reader.screen()).not.toContain('On this page');
    await reader.press('escape');
    expect(reader.screen()).toBe(before);
  });

  test('says so where nobody has been met', async () => {
    const reader = await readerAt(0);
    await reader.press('i', 'enter');
    expect(reader.screen()).toContain("You have not met anybody yet in what you've unlocked.");
  });

  test('takes pasted text as a name, and letters that are keys elsewhere', async () => {
    const reader = await readerAt(2);
    await reader.press('i');
    await reader.send({ type: 'paste', text: 'bet\ny' });
    expect(reader.screen()).toContain('Who is: bet');
    expect(reader.state.screen.kind).toBe('who');
    expect(reader.hasEnded).toBe(false);
  });
});
