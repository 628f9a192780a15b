import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import * as z from 'zod/mini';
import type { InventedShow } from '../support/demo-sources/invented-show.ts';
import { INVENTED_SHOWS } from '../support/demo-sources/invented-shows.ts';
import { type DemoSources, demoSources } from '../support/demo-sources/server.ts';
import { runHere } from '../support/in-process.ts';
import { type GatedText, laterWords, leaked } from '../support/later-words.ts';
import { hasRecorded, recorded } from '../support/recorded.ts';

const LONG = INVENTED_SHOWS.filter(({ name }) => name === 'The Long Watch');

const PLACES = ['none', 'S01E01', 'S03E09', 'S08E06'];

/** A home with an added show. */
interface Added {
  readonly slug: string;
  /** What `add` printed. */
  readonly report: string;
  run(...args: string[]): Promise<string>;
  remove(): void;
}

async function added(id: number, services: DemoSources): Promise<Added> {
  const folder = mkdtempSync(join(tmpdir(), 'recap-leaks-'));
  const run = async (...args: string[]) => {
    const { stdout, stderr } = await runHere(folder, args, services.env);
    return `${stdout}${stderr}`;
  };
  const report = await run('add', '--id', `tvmaze:${id}`);
  const [slug = ''] = readdirSync(join(folder, '.local', 'share', 'recap', 'added'));
  return {
    slug,
    report,
    run,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Whatever the program tells somebody at a place: lists, recaps, the story, hits, completions. */
async function told(
  { run, slug }: Added,
  place: string,
  codes: readonly string[],
  queries: readonly string[],
): Promise<string> {
  await run('watched', slug, place);
  const outputs = [
    await run('list'),
    await run('list', slug),
    await run('list', slug, '--json'),
    await run('watched', slug),
    await run('read', slug),
    await run('read', slug, 'show'),
    await run('read', slug, 'show', '--json'),
    await run('story', slug),
    await run('story', slug, '--json'),
    await run('story', slug, '--length', 'short'),
    await run('complete', '--', 'read', slug, ''),
    await run('complete', '--', 'read', slug, 'S0'),
    await run('update', slug),
  ];
  for (const code of codes) {
    outputs.push(await run('read', slug, code), await run('read', slug, code, '--json'));
  }
  for (const query of queries) {
    // the query itself is printed
    outputs.push((await run('search', query, '--show', slug)).replaceAll(query, ''));
    outputs.push((await run('search', query, '--show', slug, '--json')).replaceAll(query, ''));
  }
  return outputs.join('\n');
}

interface Case {
  readonly codes: readonly string[];
  readonly titles: readonly string[];
  readonly texts: readonly GatedText[];
  /** The same show with other titles and no texts: what the program says of it is its own. */
  readonly twin: Added;
  readonly show: Added;
}

/** What only later episodes say, and the program tells at a place. */
async function leaks({ codes, titles, texts, twin, show }: Case, place: string): Promise<string[]> {
  const open = codes.indexOf(place);
  // the next title is told as well
  const free = titles.slice(0, open + 2).join('\n');
  const some = [codes[0], codes[open], codes[open + 1], codes.at(-1)].filter(
    (code) => code !== undefined,
  );
  const later = laterWords(
    [...texts, ...titles.map((text, index) => ({ index, text }))],
    open,
    free,
  );
  const queries = [...later.names].slice(0, 2);
  const own = laterWords([{ index: 1, text: await told(twin, place, some, queries) }], 0, '');
  const output = await told(show, place, some, queries);
  return leaked(`${output}\n${show.report}`, later).filter(
    (found) => !own.names.has(found) && !own.sequences.has(found),
  );
}

function plainTwin(show: InventedShow): InventedShow {
  const episodes = show.episodes.map((episode, index) => {
    return { ...episode, name: `Part ${index + 1}`, summary: '<p>x</p>', plot: '<p>x</p>' };
  });
  return { ...show, summary: '<p>x</p>', episodes };
}

describe('an invented show of 73 episodes', () => {
  const services: DemoSources[] = [];
  const shows: Added[] = [];
  let subject: Case;
  beforeAll(async () => {
    const twins = LONG.map(plainTwin);
    services.push(await demoSources(LONG), await demoSources(twins));
    for (const service of services) shows.push(await added(908, service));
    const [show, twin] = shows;
    if (!show || !twin) throw new Error('not added');
    const episodes = LONG[0]?.episodes ?? [];
    const codes = episodes.map(
      ({ season, number }) => `S0${season}E${String(number).padStart(2, '0')}`,
    );
    const texts = episodes.flatMap(({ summary, plot = '' }, index) => [
      { index, text: plain(summary) },
      { index, text: plain(plot) },
    ]);
    const about = { index: episodes.length - 1, text: plain(LONG[0]?.summary ?? null) };
    subject = {
      codes,
      titles: episodes.map(({ name }) => name ?? ''),
      texts: [...texts, about],
      twin,
      show,
    };
  });
  afterAll(() => {
    for (const service of services) service.close();
    for (const show of shows) show.remove();
  });

  test.each(process.env.RECAP_SOAK ? PLACES : ['S01E01'])(
    'at %s nothing later is told',
    async (place) => {
      expect(await leaks(subject, place)).toEqual([]);
    },
  );

  test('the measure finds what is told', async () => {
    const { show, twin, ...rest } = subject;
    const loose = {
      ...show,
      run: (...args: string[]) =>
        show.run(...args.map((arg) => (arg === 'S01E01' ? 'S01E02' : arg))),
    };
    expect(await leaks({ ...rest, twin, show: loose }, 'S01E01')).not.toEqual([]);
  });
});

describe.skipIf(!hasRecorded)('recorded answers of TVmaze: 73 episodes', () => {
  const Episode = z.object({
    name: z.string(),
    season: z.int(),
    number: z.int(),
    summary: z.string(),
  });
  const shows: Added[] = [];
  const services: DemoSources[] = [];
  let subject: Case;
  beforeAll(async () => {
    const list = z.array(Episode).parse(recorded('tvmaze/shows-82-episodes.json'));
    const show = z
      .looseObject({ summary: z.string() })
      .parse(recorded('tvmaze/composed-singlesearch-game-of-thrones-embed-episodes.json'));
    const blank = list.map((episode, index) => ({
      ...episode,
      name: `Part ${index + 1}`,
      summary: '<p>x</p>',
    }));
    for (const [record, episodes] of [
      [show, recorded('tvmaze/shows-82-episodes.json')],
      [{ ...show, summary: '<p>x</p>' }, blank],
    ]) {
      const service = await demoSources([]);
      service.fault = (path, response) => {
        const answer = path.includes('/episodes') ? episodes : path.includes('/akas') ? [] : record;
        if (!path.startsWith('/tvmaze/')) return false;
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
        return true;
      };
      services.push(service);
      shows.push(await added(82, service));
    }
    const [show1, twin] = shows;
    if (!show1 || !twin) throw new Error('not added');
    const codes = list.map(
      ({ season, number }) => `S0${season}E${String(number).padStart(2, '0')}`,
    );
    const texts = list.map(({ summary }, index) => ({ index, text: plain(summary) }));
    const about = { index: list.length - 1, text: plain(show.summary) };
    subject = {
      codes,
      titles: list.map(({ name }) => name),
      texts: [...texts, about],
      twin,
      show: show1,
    };
  });
  afterAll(() => {
    for (const service of services) service.close();
    for (const show of shows) show.remove();
  });

  test('all of it in one command', () => {
    expect(subject.show.report).toMatch(
      /^Added Game of Thrones \(2011\): 73 episodes, all with a recap\./,
    );
  });

  test.each(PLACES)('at %s nothing later is told', async (place) => {
    expect(await leaks(subject, place)).toEqual([]);
  });
});

test('reports, requests, files’ names and what is told do not depend on the texts', async () => {
  const texts = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
    .map((text) => `a ${text}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(texts, { minLength: 4, maxLength: 4 }),
      fc.boolean(),
      async (words, isLater) => {
        const seen = await Promise.all(
          [words.slice(0, 2), words.slice(2)].map(([summary = '', plot = '']) =>
            observed(summary, plot, isLater),
          ),
        );
        expect(seen[1]).toEqual(seen[0]);
      },
    ),
    { numRuns: process.env.RECAP_SOAK ? 100 : 3 },
  );
});

/** All that can be seen of adding and updating a show whose texts are these, at a place before them. */
async function observed(summary: string, plot: string, isLater: boolean): Promise<unknown> {
  const html = (text: string) => `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`;
  const show = INVENTED_SHOWS.find(({ id }) => id === 901);
  if (!show) throw new Error('no such show');
  const tell = (more: string): InventedShow => ({
    ...show,
    summary: html(summary + more),
    episodes: show.episodes.map((episode, index) =>
      index === 0 && isLater
        ? episode
        : { ...episode, summary: html(summary + more), plot: html(plot + more) },
    ),
  });
  const services = await demoSources([tell('')]);
  const folder = mkdtempSync(join(tmpdir(), 'recap-pair-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) => runHere(folder, args, services.env);
  const outputs = [await run('add', 'the salt line', '--yes', '--json')];
  services.shows = [tell(' more')];
  outputs.push(await run('update'));
  for (const args of [
    ['list', '--json'],
    ['list', 'the-salt-line'],
    ['read', 'the-salt-line', 's01e04'],
    ['story', 'the-salt-line', '--json'],
    ['search', 'a'],
  ]) {
    outputs.push(await run(...args));
  }
  services.close();
  const names = readdirSync(join(folder, '.local', 'share', 'recap'), { recursive: true });
  const requests = services.requests.map((path) => path);
  return { outputs, names: names.sort(), requests };
}

function plain(html: string | null): string {
  return (html ?? '').replace(/<[^>]+>/g, ' ').replace(/&#?\w+;/g, ' ');
}
