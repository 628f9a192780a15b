import { describe, expect, test } from 'vitest';
import { Show } from '../../src/gated/show.ts';
import { draw } from '../../src/reader/draw.ts';
import { startState } from '../../src/reader/start.ts';
import type { Size } from '../../src/reader/state.ts';
import type { ShowProgress } from '../../src/store/progress/show-progress.ts';
import { columns } from '../../src/text/columns.ts';
import { readerOn } from '../support/reader.ts';
import { code } from '../support/recaps.ts';

const EPISODES = [1, 2, 3, 4].map((number) => ({ code: code(number) }));

const named = (slug: string, title: string) =>
  new Show(slug, { title, year: 2020, network: 'Netflix', episodes: EPISODES });

const SHOWS = [
  named('a', 'Alpha'),
  named('b', 'Beta'),
  named('c', 'Gamma'),
  named('d', 'Delta'),
  new Show('e', { title: 'Epsilon', episodes: [] }),
];

const through = (number: number | null): ShowProgress => ({
  through: number === null ? null : code(number),
  isRecorded: true,
  shouldAsk: false,
  epoch: 0,
});

/** The list of shows as text. */
function library(size: Size): string[] {
  const { state } = startState({
    shows: SHOWS,
    recentShows: ['c', 'd', 'b'],
    progress: new Map([
      ['b', through(1)],
      ['c', through(3)],
      ['d', through(4)],
      ['e', through(7)],
    ]),
    settings: {
      isAscii: false,
      isSpoken: false,
      builtIn: new Set(),
      showsTitles: false,
      isRecording: true,
      companions: [],
      width: undefined,
      today: '2026-01-02',
    },
    size,
    opening: undefined,
    at: 0,
    bookmarks: new Map(),
    notice: null,
  });
  return draw(state).map(({ spans }) => spans.map(({ text }) => text).join(''));
}

describe('the list of shows', () => {
  test('has those in progress first, the latest read at the top, then the others', () => {
    expect(library({ columns: 80, rows: 24 }).slice(1, 14)).toEqual([
      '',
      expect.stringMatching(/^ {3}Continue +$/),
      expect.stringMatching(/^ ▶ Gamma +█{9}░{3} +3 of 4 {2}next S01E04 +$/),
      expect.stringMatching(/^ {3}Beta +█{3}░{9} +1 of 4 {2}next S01E02 +$/),
      expect.stringMatching(/^ {3}Epsilon +S01E07 +$/),
      expect.stringMatching(/^ +$/),
      expect.stringMatching(/^ {3}Not started +$/),
      expect.stringMatching(/^ {3}Alpha +░{12} +0 of 4 {2}2020, Netflix +$/),
      expect.stringMatching(/^ +$/),
      expect.stringMatching(/^ {3}Finished +$/),
      expect.stringMatching(/^ {3}Delta +█{12} +4 of 4 {2}2020, Netflix +$/),
      '',
      '',
    ]);
  });

  test('leaves out the bar where there is no room for it', () => {
    const lines = library({ columns: 40, rows: 10 });
    expect(lines[3]).toMatch(/^ ▶ Gamma +3 of 4/);
    expect(lines.join('\n')).not.toMatch(/[█░]/);
  });

  test('has a preview beside it from 100 columns on', () => {
    expect(library({ columns: 99, rows: 24 }).join('\n')).not.toContain('Watched through');
    const lines = library({ columns: 100, rows: 24 }).join('\n');
    expect(lines).toMatch(/│ Gamma/);
    expect(lines).toMatch(/│ 2020, Netflix/);
    expect(lines).toMatch(/│ 3 of 4 episodes watched/);
    expect(lines).toMatch(/│ Next: S01E04/);
  });

  test.each([
    [40, 10],
    [80, 24],
    [100, 30],
    [120, 40],
    [200, 50],
  ])('fits %d×%d, its bars as wide as the screen', (width, rows) => {
    const lines = library({ columns: width, rows });
    expect(lines).toHaveLength(rows - 1);
    for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width);
    expect(columns(lines[0] ?? '')).toBe(width);
    expect(columns(lines.at(-1) ?? '')).toBe(width);
  });
});

describe('the list of a show', () => {
  test('filters with / alone, and says so', async () => {
    const reader = await readerOn('text', 4);
    await reader.press('l', 'o', 'e');
    expect(reader.screen()).toContain('Press / to filter');
    expect(reader.screen()).toContain('An article');
    await reader.press('/', 'a', 'n', 'o');
    expect(reader.screen()).toContain('Filter: ano');
    expect(reader.screen()).not.toContain('An article');
    await reader.press('enter');
    expect(reader.screen()).toContain('Another article.');
    await reader.press('escape');
    expect(reader.screen()).toMatch(/Filter: ano[\s\S]*▶ Another/);
    await reader.press('escape');
    expect(reader.screen()).toContain('An article');
  });

  test('while filtering, arrows move and the filter stays', async () => {
    const reader = await readerOn('text', 4);
    await reader.press('l', '/', 'a', 'down', 'up', 'down', 'down');
    expect(reader.screen()).toMatch(/Filter: a▏[\s\S]*▶ Another/);
  });

  test('Esc from it goes back into the recap', async () => {
    const reader = await readerOn('text', 4);
    await reader.press('l', 'escape');
    expect(reader.screen()).toContain('text');
  });

  test('l goes on to all shows, and Esc comes back', async () => {
    const reader = await readerOn('text', 4);
    await reader.press('l', 'l');
    expect(reader.state.screen.kind).toBe('shows');
    await reader.press('escape');
    expect(reader.state.screen.kind).toBe('show');
  });
});

describe('the first screen', () => {
  const listOf = async (builtIn: ReadonlySet<string>, size?: Size) => {
    const reader = await readerOn('text', 4, size, null, undefined, undefined, { builtIn });
    await reader.press('escape', 'escape');
    expect(reader.state.screen.kind).toBe('shows');
    return reader;
  };

  test('invites somebody who has only what comes with recap to add their own', async () => {
    const reader = await listOf(new Set(['a-show']));
    expect(reader.screen()).toContain(
      'These shows come with recap. Press a to add a show that you are watching.',
    );
    await reader.press('/', 'a');
    expect(reader.screen()).not.toContain('come with recap');
  });

  test('wraps that on a narrow screen', async () => {
    const reader = await listOf(new Set(['a-show']), { columns: 40, rows: 14 });
    expect(reader.screen().replace(/\s+/g, ' ')).toContain('Press a to add a show that you are');
  });

  test('does not invite somebody who has another show', async () => {
    const reader = await listOf(new Set());
    expect(reader.screen()).not.toContain('come with recap');
  });
});
