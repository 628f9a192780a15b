import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { demoSources } from '../support/demo-sources/server.ts';
import { runHere } from '../support/in-process.ts';
import { hasRecorded, recorded } from '../support/recorded.ts';

const NAMES =
  `Jon Tyrion Eddard Robb Daenerys Viserys Arya Sansa Cersei Jaime Theon Stannis Bran Brienne Varys Ramsay Davos
  Margaery Gendry Joffrey`.split(/\s+/);
const PLACES = ['S01E02', 'S03E10', 'S08E06'];

const EPISODES = z.array(
  z.object({ season: z.number(), number: z.number(), summary: z.string().nullable() }),
);
const FOUND = z.object({
  people: z.array(
    z.object({ name: z.string(), mentions: z.array(z.object({ episode: z.string() })) }),
  ),
});

/** Two surnames in turn make two more people of one ("Ramsay Snow", "Ramsay Bolton"), whose passages are theirs alone. */
const WRONG = ['Ramsay S08E06'];

test.skipIf(!hasRecorded)(
  'in a show as TVmaze recorded it, each of 20 people is found at each of three places in the episodes that name them',
  async () => {
    const service = await demoSources([]);
    const folder = mkdtempSync(join(tmpdir(), 'recap-people-added-'));
    onTestFinished(() => {
      service.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const episodes = recorded('tvmaze/shows-82-episodes.json');
    const show = recorded('tvmaze/composed-singlesearch-game-of-thrones-embed-episodes.json');
    service.fault = (path, response) => {
      if (!path.startsWith('/tvmaze/')) return false;
      const answer = path.includes('/episodes') ? episodes : path.includes('/akas') ? [] : show;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      return true;
    };
    await runHere(folder, ['add', '--id', 'tvmaze:82'], service.env);
    const told = EPISODES.parse(episodes).map(({ season, number, summary }) => ({
      code: `S${String(season).padStart(2, '0')}E${String(number).padStart(2, '0')}`,
      text: (summary ?? '').replace(/<[^>]+>/g, ''),
    }));
    const wrong: string[] = [];
    for (const place of PLACES) {
      for (const name of NAMES) {
        const args = ['who', name, '--show', 'game-of-thrones', '--watched', place, '--json'];
        const { stdout } = await runHere(folder, args, service.env);
        const { people } = FOUND.parse(JSON.parse(stdout));
        const naming = told.filter(
          ({ code, text }) => code <= place && new RegExp(`\\b${name}\\b`).test(text),
        );
        const found = people.flatMap(({ mentions }) => mentions.map(({ episode }) => episode));
        const isRight =
          found.join() === naming.map(({ code }) => code).join() &&
          people.length === Math.min(1, naming.length) &&
          people.every((person) => person.name.includes(name));
        if (!isRight) wrong.push(`${name} ${place}`);
      }
    }
    expect(wrong).toEqual(WRONG);
  },
);
