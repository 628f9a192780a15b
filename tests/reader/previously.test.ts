import { expect, test } from 'vitest';
import { readerOn } from '../support/reader.ts';
import { code, recap } from '../support/recaps.ts';

const EPISODES = [2, 3, 4, 5, 6].map((number) =>
  recap(
    `Body of ${number}.`,
    { episode: code(number), gist: `Gist of ${number}.`, threads: [`Who rang in ${number}?`] },
    `s01e0${number}`,
  ),
);

const readerAt = (episodes: number) =>
  readerOn('An article.', episodes, undefined, null, undefined, undefined, { recaps: EPISODES });

test('r recalls what came before, from a recap and from the list, and Esc comes back', async () => {
  const reader = await readerAt(4);
  const before = reader.screen();
  await reader.press('r');
  expect(reader.screen()).toMatch(/Gist of 2|The story begins/);
  expect(reader.screen()).not.toContain('r previously');
  await reader.press('G');
  expect(reader.screen()).toContain('Body of 4.');
  expect(reader.screen()).toContain('Who rang in 4?');
  await reader.press('r');
  expect(reader.screen()).toContain('This is what came before');
  await reader.press('escape');
  expect(reader.screen()).toBe(before);
  await reader.press('l', 'r');
  expect(reader.screen()).toContain('Previously');
  await reader.press('escape');
  expect(reader.state.screen.kind).toBe('show');
});

test('r begins with a line for each episode and what is left open, wherever it was left', async () => {
  const reader = await readerAt(6);
  const start = async () => {
    await reader.press('l', 'r');
    return reader.screen();
  };
  const first = await start();
  expect(first).toMatch(/Gist of 2.*Gist of 6.*Left open.*Who rang in 6.*Body of 4/s);
  await reader.press('G', 'q');
  expect(await start()).toBe(first);
});

test('r says so where nothing has been watched', async () => {
  const reader = await readerAt(0);
  await reader.press('r');
  expect(reader.screen()).toContain('No episode of the story is unlocked for you yet');
});

test('below the curtain of a closed recap are the gists of the last episodes', async () => {
  const reader = await readerAt(4);
  const open = async (slug: string) => {
    await reader.press('l', '/', ...slug, 'enter');
    return reader.screen();
  };
  const page = await open('s01e05');
  expect(page).toMatch(/opens after S01E05.*Previously.*Gist of 2.*Gist of 3.*Gist of 4/s);
  expect(page).not.toMatch(/Gist of 5|The story begins/);
  await reader.press('tab', 'enter', 'p');
  expect(reader.screen()).toContain('Body of 5.');
  expect(reader.screen()).not.toContain('Previously');
  await reader.press('x');
  expect(reader.screen()).toBe(page);
  expect(await open('s01e04')).not.toContain('Previously');
});

test('a closed recap has nothing below its curtain before the first episode', async () => {
  const reader = await readerAt(0);
  await reader.press('l', '/', ...'s01e05', 'enter');
  expect(reader.screen()).toContain('opens after S01E05');
  expect(reader.screen()).not.toContain('Previously');
});
