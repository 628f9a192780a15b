import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readerOn } from '../support/reader.ts';
import { code, recap } from '../support/recaps.ts';

const BODY = 'Public. :spoiler[LATERWORD]{after=S01E05}';

async function reader(episodes: number, listed: readonly number[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'recap-watched-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const recaps = listed.map((number) =>
    recap('Told.', { episode: code(number) }, `s01e0${number}`),
  );
  const run = await readerOn(BODY, episodes, undefined, folder, undefined, undefined, { recaps });
  return { run, place: () => run.state.progress.get('a-show')?.through };
}

describe('w', () => {
  test('in an article asks about the next episode', async () => {
    const { run, place } = await reader(4);
    await run.press('w');
    expect(run.screen()).toMatch(
      /Have you watched A Show up to and including S01E05\? That opens 1\s+episode\./,
    );
    expect(place()).toBe('S01E04');
    await run.press('y');
    expect(place()).toBe('S01E05');
    expect(run.screen()).toContain('LATERWORD');
  });

  test('in the list of a show asks about the selected episode', async () => {
    const { run, place } = await reader(0);
    await run.press('l', 'G', 'w');
    expect(run.screen()).toContain('up to and including S01E01?');
    await run.press('y');
    expect(place()).toBe('S01E01');
    expect(run.screen()).toContain('1 of 10 watched');
    await run.press('w');
    expect(run.screen()).toContain('You have already watched S01E01');
  });

  test('in the list of a show goes on to the next episode, and U back to it', async () => {
    const { run, place } = await reader(0, [2, 3, 4]);
    await run.press('l', 'G', 'k', 'w', 'y', 'w', 'y');
    expect(place()).toBe('S01E02');
    expect(run.screen()).toMatch(/▶ S01E03/);
    await run.press('U');
    expect(run.screen()).toMatch(/▶ S01E02/);
  });

  test('in the list of shows asks about the next episode', async () => {
    const { run, place } = await reader(3);
    await run.press('escape', 'escape', 'w');
    expect(run.screen()).toContain('up to and including S01E04?');
    await run.press('y');
    expect(place()).toBe('S01E04');
    expect(run.screen()).toContain('next S01E05');
  });

  test.each(['enter', 'n', 'escape', 'x', 'p'])('%s answers nothing', async (key) => {
    const { run, place } = await reader(4);
    await run.press('w', key);
    expect(place()).toBe('S01E04');
    expect(run.screen()).not.toContain('LATERWORD');
  });

  test('after the last episode says so', async () => {
    const { run } = await reader(10);
    await run.press('w');
    expect(run.screen()).toContain('You have watched all of A Show');
  });

  test('U takes it back', async () => {
    const { run, place } = await reader(4);
    await run.press('w', 'y', 'U');
    expect(place()).not.toBe('S01E05');
    expect(run.screen()).not.toContain('LATERWORD');
  });
});

describe('W', () => {
  test.each([
    ['a recap', []],
    ['the list of a show', ['l']],
    ['the list of shows', ['escape', 'escape']],
  ])('sets an earlier place from %s, and comes back', async (_, way) => {
    const { run, place } = await reader(5);
    await run.press(...way);
    const { kind } = run.state.screen;
    await run.press('W');
    expect(run.screen()).toMatch(/How far have you watched A Show\?[\s\S]*▶ Through S01E05/);
    await run.press('k', 'k', 'enter');
    expect(place()).toBe('S01E03');
    expect(run.state.screen.kind).toBe(kind);
    await run.press('escape', 'escape', 'escape');
    expect(run.screen()).not.toContain('How far');
  });

  test('closes what was open, at once', async () => {
    const { run } = await reader(5);
    expect(run.screen()).toContain('LATERWORD');
    await run.press('W', 'g', 'enter');
    expect(run.screen()).not.toContain('LATERWORD');
    expect(run.screen()).toContain('Public.');
  });

  test('Esc changes nothing', async () => {
    const { run, place } = await reader(5);
    await run.press('W', 'g', 'escape');
    expect(place()).toBe('S01E05');
    expect(run.screen()).toContain('LATERWORD');
  });
});
