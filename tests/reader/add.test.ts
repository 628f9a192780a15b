import { describe, expect, test } from 'vitest';
import { Show } from '../../src/gated/show.ts';
import { UserError } from '../../src/model/user-error.ts';
import type { ShowSource } from '../../src/reader/show-source.ts';
import { readerOn } from '../support/reader.ts';
import { code, show } from '../support/recaps.ts';

const added = new Show('severance', {
  title: 'Severance',
  episodes: [1, 2].map((number) => ({ code: code(number) })),
});

/** A source that notes what it was asked. */
function source(change: Partial<ShowSource> = {}) {
  const asked: string[] = [];
  const made: ShowSource = {
    async search(title) {
      asked.push(`search ${title}`);
      return [
        { id: 'tvmaze:1', line: 'Severance  2006 · UK' },
        { id: 'tvmaze:2', line: 'Severance  2022 · Apple TV+' },
      ];
    },
    async add(id, _, report) {
      asked.push(`add ${id}`);
      report('Fetching episodes from TVmaze');
      return {
        slug: 'severance',
        shows: [show, added],
        progress: { through: null, isRecorded: false, shouldAsk: false, epoch: 0 },
        notice: 'Added Severance: 2 episodes.',
      };
    },
    ...change,
  };
  return { asked, source: made };
}

const type = (text: string) => [...text].map((letter) => (letter === ' ' ? 'space' : letter));

async function onLibrary(made: ShowSource | undefined) {
  const reader = await readerOn('text', 1, undefined, null, made, added);
  await reader.press('escape', 'escape', 'a');
  return reader;
}

describe('a adds a show without leaving', () => {
  test('search, choose, and how far it has been watched', async () => {
    const { asked, source: made } = source();
    const reader = await onLibrary(made);
    await reader.press(...type('severance'));
    expect(reader.screen()).toContain('Add a show: severance');
    expect(asked).toEqual([]);
    await reader.press('enter');
    expect(asked).toEqual(['search severance']);
    expect(reader.screen()).toMatch(/▶ Severance {2}2006/);
    await reader.press('j', 'enter');
    expect(asked).toEqual(['search severance', 'add tvmaze:2']);
    expect(reader.state.shows.map(({ slug }) => slug)).toEqual(['a-show', 'severance']);
    expect(reader.screen()).toContain('How far have you watched');
  });

  test('nothing is asked for before Enter, and Esc leaves', async () => {
    const { asked, source: made } = source();
    const reader = await onLibrary(made);
    await reader.press(...type('sev'), 'escape');
    expect(asked).toEqual([]);
    expect(reader.screen()).toMatch(/▶ A Show/);
  });

  test('a failure is said, and one can try again', async () => {
    const { source: made } = source({
      search: async () => {
        throw new UserError('tvmaze.com cannot be reached; try again later');
      },
    });
    const reader = await onLibrary(made);
    await reader.press('x', 'enter');
    expect(reader.screen()).toContain('tvmaze.com cannot be reached');
    expect(reader.screen()).toContain('Add a show: x');
  });

  test('where nothing is found, that is said', async () => {
    const { source: made } = source({ search: async () => [] });
    const reader = await onLibrary(made);
    await reader.press('x', 'enter');
    expect(reader.screen()).toContain('No show with that title was found');
  });

  test('it shows what it is doing, keys go on working, and Esc cancels', async () => {
    let signal: AbortSignal | undefined;
    let finish = () => {};
    const { source: made } = source({
      add: (_, given, report) => {
        signal = given;
        report('Fetching episodes from TVmaze');
        return new Promise((_, reject) => {
          finish = () => reject(new Error('aborted'));
          given.addEventListener('abort', finish);
        });
      },
    });
    const reader = await readerOn('text', 1, undefined, null, made);
    await reader.press('escape', 'escape', 'a', 's', 'enter');
    reader.pressSoon('enter');
    await expect
      .poll(() => reader.screen())
      .toContain('Fetching episodes from TVmaze… Esc cancels');
    reader.pressSoon('j');
    expect(reader.screen()).toMatch(/▶ Severance {2}2022/);
    await reader.press('escape');
    expect(signal?.aborted).toBe(true);
    expect(reader.screen()).not.toContain('Fetching');
    expect(reader.state.shows).toHaveLength(1);
  });

  test('what a canceled search finds counts no more', async () => {
    let finish: (found: []) => void = () => {};
    const { source: made } = source({
      search: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    });
    const reader = await readerOn('text', 1, undefined, null, made);
    await reader.press('escape', 'escape', 'a', 's');
    reader.pressSoon('enter');
    reader.pressSoon('escape');
    finish([]);
    await reader.press('j');
    expect(reader.screen()).not.toContain('No show with that title');
  });
});
