import { expect, test } from 'vitest';
import { readerOn } from '../support/reader.ts';

const bar = (screen: string) => screen.split('\n').at(-1) ?? '';

test('a proposal is one line in the bar, beside what was there', async () => {
  const reader = await readerOn('Text.', 3);
  const before = reader.screen();
  await reader.send({ type: 'proposed', shows: 2 });
  expect(bar(reader.screen())).toContain('Progress for 2 shows: recap sync');
  expect(reader.screen().split('\n').slice(0, -1)).toEqual(before.split('\n').slice(0, -1));
  expect(bar(reader.screen())).toContain(bar(before).trim().split(' · ')[0]);
});

test('it fits the smallest terminal', async () => {
  const reader = await readerOn('Text.', 3, { columns: 40, rows: 10 });
  await reader.send({ type: 'proposed', shows: 1 });
  expect(bar(reader.screen())).toContain('Progress for 1 show: recap sync');
});

test('it takes no focus and no key, and sets nothing', async () => {
  const keys = ['t', 'down', 'escape', 'tab', 'enter', 'y', 'escape', 'q'];
  const plain = await readerOn(':spoiler[Later.]{after=S01E09}', 3);
  const proposed = await readerOn(':spoiler[Later.]{after=S01E09}', 3);
  for (const key of keys) {
    await plain.press(key);
    await proposed.send({ type: 'proposed', shows: 1 });
    await proposed.press(key);
    expect({ ...proposed.state, proposals: 0 }).toEqual(plain.state);
  }
});

test('services are asked once, at the start', async () => {
  let asked = 0;
  const countProposals = async () => {
    asked++;
    return 3;
  };
  const reader = await readerOn('Text.', 3, undefined, null, undefined, undefined, {
    countProposals,
  });
  await reader.press('down', 't', 'escape');
  expect(asked).toBe(1);
  expect(bar(reader.screen())).toContain('Progress for 3 shows');
});

test('without a proposal nothing is said', async () => {
  const none = await readerOn('Text.', 3, undefined, null, undefined, undefined, {
    countProposals: async () => 0,
  });
  expect(none.screen()).toBe((await readerOn('Text.', 3)).screen());
});
