import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '../../src/app/open-library.ts';
import { showSource } from '../../src/cli/reader-shows.ts';
import { Show } from '../../src/gated/show.ts';
import { INVENTED_SHOWS } from '../support/demo-sources/invented-shows.ts';
import { demoSources } from '../support/demo-sources/server.ts';
import { hostAt } from '../support/host.ts';
import { readerOn } from '../support/reader.ts';
import { code } from '../support/recaps.ts';

const ferry = new Show('night-ferry', {
  title: 'Night Ferry',
  episodes: [1, 2, 3].map((number) => ({ code: code(number) })),
});

/** The reader on its screen for adding a show, with sources of invented shows. */
async function adding() {
  const folder = mkdtempSync(join(tmpdir(), 'recap-reader-add-'));
  const services = await demoSources(INVENTED_SHOWS);
  onTestFinished(() => {
    services.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const home = await hostAt(folder);
  const host = { ...home, env: { ...home.env, ...services.env } };
  const source = showSource(
    host,
    {},
    () => openLibrary(undefined, host).listShows(),
    () => ({ through: null, isRecorded: false, shouldAsk: false, epoch: 0 }),
  );
  const reader = await readerOn('text', 1, undefined, null, source, ferry);
  await reader.press('escape', 'escape', 'a');
  return { reader, services };
}

describe('what names a show is not searched for', () => {
  test.each([
    'tvmaze:903',
    'https://www.tvmaze.com/shows/903/night-ferry',
    'www.tvmaze.com/shows/903',
    ' https://api.tvmaze.com/shows/903?embed=episodes ',
  ])('%s', async (address) => {
    const { reader, services } = await adding();
    await reader.send({ type: 'paste', text: address });
    await reader.press('enter');
    expect(reader.screen()).toMatch(/▶ tvmaze:903/);
    expect(services.requests).toEqual([]);
    await reader.press('enter');
    expect(services.requests[0]).toMatch(/^\/tvmaze\/shows\/903\b/);
    expect(services.requests.join('\n')).not.toContain('/search/');
    expect(reader.state.shows.map(({ slug }) => slug)).toContain('night-ferry');
    expect(reader.state.notice).toBe('Added Night Ferry (2025): 3 episodes, 2 with a recap.');
    expect(reader.screen()).toContain('How far have you watched');
  });

  test('a show that the source does not have is told of, and another can be typed', async () => {
    const { reader } = await adding();
    await reader.send({ type: 'paste', text: 'tvmaze.com/shows/77' });
    await reader.press('enter', 'enter');
    expect(reader.screen()).toContain('has no show tvmaze:77');
    expect(reader.state.shows.map(({ slug }) => slug)).toEqual(['a-show']);
    await reader.press('a', ...Array.from('tvmaze.com/shows/77', () => 'backspace'));
    await reader.send({ type: 'paste', text: 'Night Ferry' });
    await reader.press('enter', 'enter');
    expect(reader.state.shows.map(({ slug }) => slug)).toContain('night-ferry');
  });
});

test.each([
  'https://example.com/shows/903',
  'HTTP://www.tvmaze.com/episodes/4952/low-water',
  'https://en.wikipedia.org/wiki/Night_Ferry',
  'ftp://www.tvmaze.com/shows/903',
])(
  'the address of a page is not searched for either, and the advice is how to add one: %s',
  async (address) => {
    const { reader, services } = await adding();
    await reader.send({ type: 'paste', text: address });
    await reader.press('enter');
    expect(services.requests).toEqual([]);
    expect(reader.screen()).toContain('add it with `recap add`');
    expect(reader.screen()).toContain(`Add a show: ${address}`);
  },
);

test('a title is searched for, even if it reads like a host', async () => {
  const { reader, services } = await adding();
  await reader.send({ type: 'paste', text: 'Mr.Robot: the night ferry' });
  await reader.press('enter');
  expect(services.requests).toHaveLength(1);
  expect(services.requests[0]).toContain('/search/');
});
