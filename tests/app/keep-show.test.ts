import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ViewLoader } from '../../src/app/view-loader.ts';
import { check } from '../../src/check/check.ts';
import { currentGeneration } from '../../src/store/added/generation.ts';
import type { Library } from '../../src/store/library/library.ts';
import { addedLibrary } from '../support/added.ts';
import { INVENTED_SHOWS, NIGHT_FERRY_LATER } from '../support/demo-sources/invented-shows.ts';
import { longShow } from '../support/demo-sources/long-show.ts';
import { visible } from '../support/recaps.ts';

function generation(root: string, slug: string): string {
  const folder = currentGeneration(join(root, slug));
  if (folder === undefined) throw new Error('no such show');
  return folder;
}

function file(root: string, slug: string, name: string): string {
  return readFileSync(join(generation(root, slug), name), 'utf8');
}

async function contents(library: Library, slug: string) {
  const show = await library.findShow(slug);
  if (!show) throw new Error('no such show');
  return library.readContents(show);
}

describe('a fetched show', () => {
  test('search finds shows with what tells them apart', async () => {
    const { search } = await addedLibrary();
    expect(await search('salt line')).toEqual([
      {
        id: 'tvmaze:901',
        title: 'The Salt Line',
        year: 2021,
        lastYear: 2022,
        network: 'Channel Five',
        country: 'United Kingdom',
      },
      {
        id: 'tvmaze:902',
        title: 'The Salt Line',
        year: 1988,
        lastYear: 1988,
        network: 'TV Norge',
        country: 'Norway',
      },
    ]);
    expect(await search('no such show')).toEqual([]);
  });

  test('what is written', async () => {
    const { root, add } = await addedLibrary();
    expect(await add('tvmaze:901')).toEqual({
      slug: 'the-salt-line',
      outcome: 'added',
      episodes: 9,
      newEpisodes: 9,
      told: 9,
    });
    expect(file(root, 'the-salt-line', 'show.md')).toBe(`---
title: "The Salt Line"
year: 2021
network: "Channel Five"
aka: ["La línea de sal", "Die Salzlinie", "盐线"]
id: tvmaze:901
status: ended
retrieved: "2026-11-27"
episodes:
  - { code: S01E01, id: tvmaze:90101, aired: "2021-03-05", title: "Low Water" }
  - { code: S01E02, id: tvmaze:90102, aired: "2021-03-12", title: "The Berth" }
  - { code: S01E03, id: tvmaze:90103, aired: "2021-03-19", title: "Dead Reckoning" }
  - { code: S01E04, id: tvmaze:90104, aired: "2021-03-26", title: "Second Chance" }
  - { code: S00E01, id: tvmaze:90109, aired: "2021-12-20", title: "A Light at Christmas" }
  - { code: S02E01, id: tvmaze:90105, aired: "2022-03-25", title: "Spring Tide" }
  - { code: S02E02, id: tvmaze:90106, aired: "2022-04-01", title: "Slack" }
  - { code: S02E03, id: tvmaze:90107, aired: "2022-04-08", title: "The Second Log" }
  - { code: S02E04, id: tvmaze:90108, aired: "2022-04-15", title: "High Water" }
---

Episodes and summaries: [TVmaze.com](https://www.tvmaze.com/shows/901), licensed CC BY-SA.

Plots: [Wikipedia](https://en.wikipedia.org/wiki/List_of_The_Salt_Line_episodes), licensed CC BY-SA 4.0.

:::spoiler{after=S02E04 label="About the show"}
A harbor pilot comes home to the **Salt Line**, where a ferry went down with forty aboard. Nobody has asked who was at the wheel.
:::
`);
    expect(file(root, 'the-salt-line', 's01e01.md')).toBe(`---
episode: S01E01
id: tvmaze:90101
gist: "Maren Dole comes home after nine years and finds her brother’s boat tied up under another name. Somebody has paid for the berth."
author: "Wikipedia contributors"
headline: "List of The Salt Line episodes"
source: "https://en.wikipedia.org/wiki/List_of_The_Salt_Line_episodes"
license: "CC BY-SA 4.0"
retrieved: "2026-11-27"
---

Maren Dole steps off the morning bus with one bag. The harbormaster pretends not to know her.

In the boatyard she finds the *Kittiwake*, repainted and called *Second Chance*. The berth is paid until spring, in cash, by a man who gave no name.
`);
  });

  test('an episode opens once it has been watched, and the show’s summary after the last', async () => {
    const { add, open } = await addedLibrary();
    await add('tvmaze:901');
    const shelf = await contents(open(), 'the-salt-line');
    const views = (place: 'S01E01' | 'S01E04' | 'S02E04' | null) =>
      [...new ViewLoader().views(shelf, { place, showsTitles: false }, fail)].map(visible);
    expect(views(null).join('\n')).not.toMatch(/Maren|Ansel|harbor pilot/);
    expect(views('S01E01').join('\n')).toMatch(/Maren Dole steps off/);
    expect(views('S01E01').join('\n')).not.toMatch(/Ansel|Ferris|skerry|harbor pilot/);
    expect(views('S01E04').join('\n')).not.toMatch(/skerry|Ingrid|harbor pilot/);
    expect(views('S02E04').join('\n')).toMatch(/Ingrid confesses from/);
    expect(views('S02E04').join('\n')).toMatch(/harbor pilot/);
  });

  test('the summary of a running show opens only by a peek', async () => {
    const { add, open } = await addedLibrary();
    await add('tvmaze:903');
    const shelf = await contents(open(), 'night-ferry');
    const reader = { place: shelf.show.order.last, showsTitles: true };
    const views = [...new ViewLoader().views(shelf, reader, fail)].map(visible);
    expect(views.join('\n')).toContain('⟦About the show never⟧');
    expect(views.join('\n')).not.toContain('mutiny');
  });

  test('shows of all kinds pass `recap check --strict`', async () => {
    const { root, add } = await addedLibrary();
    const short = INVENTED_SHOWS.filter(({ episodes }) => episodes.length < 20);
    for (const { id } of short) await add(`tvmaze:${id}`);
    const slugs = readdirSync(root).sort();
    expect(slugs).toEqual(
      [
        'night-ferry',
        'not-yet-afloat',
        'the-salt-line',
        'the-salt-line-1988',
        'twice-told',
        'بيت-المد',
        '潮の館',
      ].sort(),
    );
    for (const slug of slugs) {
      const { findings } = check([generation(root, slug)], []);
      expect(findings.map(({ rule, message }) => `${slug}: ${rule} ${message}`)).toEqual([]);
    }
  });
});

test('a show of a thousand episodes', async () => {
  const seasons = Array.from({ length: 10 }, () => 100);
  const show = longShow({ id: 909, name: 'The Longest Watch', seasons, start: '2001-01-01' });
  const { root, services, add, open } = await addedLibrary([show]);
  expect(await add('tvmaze:909')).toMatchObject({ episodes: 1000, told: 1000 });
  expect(services.requests).toHaveLength(17);
  const { show: read, recaps } = await contents(open(), 'the-longest-watch');
  expect(read.order.codes).toHaveLength(1000);
  expect(recaps).toHaveLength(1000);
  expect(file(root, 'the-longest-watch', 's10e100.md')).toContain('At the third bell');
}, 60_000);

describe('fetched again', () => {
  test('nothing is written where nothing has changed, whatever the day', async () => {
    const { root, add } = await addedLibrary();
    await add('tvmaze:903', '2026-01-01');
    const before = generation(root, 'night-ferry');
    expect(await add('tvmaze:903', '2026-02-02')).toMatchObject({
      outcome: 'unchanged',
      newEpisodes: 0,
    });
    expect(generation(root, 'night-ferry')).toBe(before);
    expect(readdirSync(join(root, 'night-ferry')).sort()).toEqual(['1', 'current']);
  });

  test('what is new is counted, and what has not changed keeps its day', async () => {
    const { root, services, add } = await addedLibrary();
    await add('tvmaze:903', '2026-01-01');
    services.shows = [NIGHT_FERRY_LATER];
    expect(await add('tvmaze:903', '2026-02-02')).toMatchObject({
      outcome: 'updated',
      newEpisodes: 1,
    });
    expect(file(root, 'night-ferry', 's01e02.md')).toContain('retrieved: "2026-01-01"');
    expect(file(root, 'night-ferry', 's01e03.md')).toContain('retrieved: "2026-02-02"');
    expect(file(root, 'night-ferry', 'show.md')).toContain('title: "The Second Lamp"');
  });
});

function fail(error: Error): never {
  throw error;
}
