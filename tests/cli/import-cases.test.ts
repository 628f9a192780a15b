import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { home } from '../support/program.ts';

/** Small histories, each of a kind that was read wrongly once or not at all. */
const CASES = 'tests/history/cases';

interface Report {
  readonly shapes: readonly string[];
  readonly entries: Readonly<Record<string, number>>;
  readonly shows: readonly {
    readonly slug: string;
    readonly proposed: string | null;
    readonly gap: { readonly reaching: string } | null;
  }[];
}

/** What an import proposes: the places by show, and its numbers. */
function imported(...args: string[]) {
  const { stdout, stderr, code } = home().run('import', '--json', ...args);
  const report: Report | undefined = code === 0 ? JSON.parse(stdout) : undefined;
  return {
    code,
    stderr,
    entries: report?.entries,
    places: Object.fromEntries(report?.shows.map(({ slug, proposed }) => [slug, proposed]) ?? []),
    asked: report?.shows.map(({ gap }) => gap?.reaching ?? null),
  };
}

const at = (...parts: string[]) => join(CASES, ...parts);
const withLibrary = (name: string, file: string) => [at(name, file), '--library', at(name, 'lib')];
const TINY = 'tiny-pretty-things';

describe('histories with a library of their own', () => {
  test('another season, and a spin-off, are no episodes of season 1', () => {
    const { places, entries } = imported(
      ...withLibrary('activity-other-season', 'ViewingActivity.csv'),
    );
    expect(places).toEqual({ 'glass-harbour': null, 'narrow-sea': null });
    expect(entries).toMatchObject({ read: 6, episodes: 0, unclear: 6 });
  });

  test.each([
    ['latin-america', 'ViewingActivity.csv', { corona: 'S02E01' }],
    ['season-named-after-show', 'NetflixViewingHistory.csv', { 'glass-harbour': 'S02E02' }],
  ])('%s', (name, file, places) => {
    expect(imported(...withLibrary(name, file)).places).toEqual(places);
  });

  test('a long show is read, and a title that all its episodes have is none of them', () => {
    const { stderr, places, entries } = imported(...withLibrary('long-show', 'h.csv'));
    expect([stderr, places]).toEqual(['', { 'long-run': null }]);
    expect(entries).toMatchObject({ unclear: 1 });
  });
});

describe('histories of the built-in library', () => {
  test.each([
    ['excel-one-cell/nf-excel-de.csv', 'S01E05'],
    ['not-yet-known/nf.zip', 'S01E05'],
    ['not-yet-known/prime.csv', 'S01E02'],
    ['not-yet-known/disney.csv', 'S01E02'],
    ['not-yet-known/trakt-history.csv', 'S01E01'],
    ['not-yet-known/yamtrack.csv', 'S01E02'],
    ['not-yet-known/ryot.json', 'S01E01'],
    ['not-yet-known/tautulli.json', 'S01E02'],
    ['not-yet-known/jellyfin-pr.tsv', 'S01E02'],
  ])('%s reaches %s', (file, place) => {
    expect(imported(at(file))).toMatchObject({ code: 0, places: { [TINY]: place } });
  });

  test.each(['mal.xml', 'anilist.json'])('%s has a number, which is asked about', (file) => {
    const { run } = home();
    const { stdout } = run('import', at('not-yet-known', file), '--yes');
    expect(stdout).toContain('Have you watched S01E01 to S01E03 of Tiny Pretty Things? Then:');
    expect(stdout).toContain('No progress to set.');
    const { places, asked } = imported(at('not-yet-known', file));
    expect([places, asked]).toEqual([{ [TINY]: null }, ['S01E03']]);
  });

  test.each([
    ['letterboxd-diary.csv', /comes from Letterboxd: it holds films, not watched episodes/],
    ['imdb.csv', /comes from IMDb: it holds ratings and lists/],
    ['youtube.json', /comes from YouTube: it holds videos/],
    ['nf.xlsx', /is a spreadsheet; save it as CSV/],
  ])('%s says what it is', (file, message) => {
    const { code, stderr } = imported(at('not-yet-known', file));
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test.each([
    ['tracking-prod-records.csv', 2],
    ['watched-movies.json', 1],
  ])('%s has films only', (file, leftOut) => {
    const { code, entries } = imported(at('films-only-tracking', file));
    expect(code).toBe(0);
    expect(entries).toMatchObject({ read: leftOut, episodes: 0, leftOut });
  });

  test('a file among others that is no history is left out', () => {
    const { code, places } = imported(
      at('not-yet-known', 'letterboxd-diary.csv'),
      at('glob', 'good.csv'),
    );
    expect([code, places]).toEqual([0, { [TINY]: 'S01E05' }]);
  });

  test('the folder of them all is read as one', () => {
    const { code, places } = imported(at('not-yet-known'));
    expect([code, places[TINY]]).toEqual([2, undefined]);
    expect(imported(at('not-yet-known'), '--viewer', 'me').places[TINY]).toBe('S01E05');
  });
});

/** Exports that people published, beside the project and not part of it. */
const PUBLISHED = '../../shared/data/history';

describe.skipIf(!existsSync(PUBLISHED))('histories that people published', () => {
  test.each(existsSync(PUBLISHED) ? readdirSync(PUBLISHED) : [])(
    '%s is read whole, places nobody, and is not quoted',
    (file) => {
      const { run } = home();
      const { stdout, stderr, code } = run('import', join(PUBLISHED, file));
      expect([stderr, code]).toEqual(['', 0]);
      expect(stdout).toMatch(/^ +\d+ entries read \(/);
      expect(stdout).not.toMatch(/Start-Up|Vikings|Smoke|TestUser/);
    },
  );
});
