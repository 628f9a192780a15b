import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { currentFiles } from '../../../src/store/added/added-show.ts';
import type { InventedShow } from '../../support/demo-sources/invented-show.ts';
import { INVENTED_SHOWS } from '../../support/demo-sources/invented-shows.ts';
import { type DemoSources, demoSources } from '../../support/demo-sources/server.ts';
import { killTimes, type Machine, machine, works } from './program.ts';

/** In the soak more of them. */
const KILLS = process.env.RECAP_SOAK ? 40 : 8;
const MOUNTS = ['unshare', '-Urm', 'sh', '-c'] as const;
const canMount = works(...MOUNTS, 'mount -t tmpfs -o size=8k none /mnt');

const SLUG = 'the-long-watch';
const NOW = INVENTED_SHOWS.filter(({ name }) => name === 'The Long Watch');
const LATER = NOW.map(
  (show): InventedShow => ({
    ...show,
    episodes: show.episodes.map((episode) => ({ ...episode, plot: `${episode.plot}<p>More.</p>` })),
  }),
);

async function withServices(): Promise<{ device: Machine; services: DemoSources; added: string }> {
  const device = machine();
  const services = await demoSources(NOW);
  onTestFinished(() => services.close());
  return { device, services, added: join(device.home, '.local', 'share', 'recap', 'added') };
}

/** The texts of the show as they are now, without the day. */
function texts(added: string): string {
  const files = [...currentFiles(join(added, SLUG))].filter(([name]) => name.endsWith('.md'));
  return files
    .sort()
    .flat()
    .join('\n')
    .replace(/^retrieved: .*$/gm, '');
}

test(`kill -9 at ${KILLS} random moments: an added show is the old or the new one, whole`, async () => {
  const { device, services, added } = await withServices();
  const { env } = services;
  const update = ['update', SLUG];
  expect((await device.recap(['add', '--id', 'tvmaze:908'], { env })).code).toBe(0);
  const versions = [texts(added)];
  services.shows = LATER;
  expect((await device.recap(update, { env })).code).toBe(0);
  versions.push(texts(added));
  expect(versions[0]).not.toBe(versions[1]);

  let killed = 0;
  const times = killTimes();
  for (let run = 0; run < KILLS; run++) {
    services.shows = run % 2 === 0 ? NOW : LATER;
    const killAfterMs = times.next();
    const { signal } = await device.recap(update, { env, killAfterMs });
    times.learn(signal === 'SIGKILL');
    if (signal === 'SIGKILL') killed++;
    expect(versions, `killed after ${killAfterMs} ms`).toContain(texts(added));
    expect((await device.recap(['list', SLUG], { env })).stderr).toBe('');
  }
  expect(killed).toBeGreaterThan(0);
  services.shows = LATER;
  expect((await device.recap(update, { env })).code).toBe(0);
  expect(texts(added)).toBe(versions[1]);
});

test('kill -9 while a show is added: it is there, whole, or it is not', async () => {
  const { services } = await withServices();
  const whole = new Set<number>();
  for (const killAfterMs of [300, 600, 900, 1_200]) {
    const { device, added } = await withServices();
    const { env } = services;
    await device.recap(['add', '--id', 'tvmaze:908'], { env, killAfterMs });
    whole.add(currentFiles(join(added, SLUG)).size);
    expect((await device.recap(['list'], { env })).stderr).toBe('');
    expect((await device.recap(['add', '--id', 'tvmaze:908'], { env })).code).toBe(0);
  }
  expect([0, 75]).toEqual(expect.arrayContaining([...whole]));
});

test.skipIf(!canMount)('a full disk leaves the show as it was (needs unshare)', async () => {
  const { device, services, added } = await withServices();
  mkdirSync(added, { recursive: true });
  const script = `
    mount -t tmpfs -o size=420k none "$ADDED" || exit 99
    "$NODE" "$PROGRAM" add --id tvmaze:908 || exit 98
    "$NODE" "$PROGRAM" add --id tvmaze:901
    echo "code $?"
    "$NODE" "$PROGRAM" add --id tvmaze:908 --source tvmaze --force
    echo "code $?"
    "$NODE" "$PROGRAM" read ${SLUG} S01E01 --watched S01E01
    ls "$ADDED" "$ADDED/${SLUG}"`;
  services.shows = [...NOW, ...INVENTED_SHOWS.filter(({ id }) => id === 901).map(crowded)];
  const run = await device.recap([], {
    under: [...MOUNTS, script],
    env: {
      ...services.env,
      ADDED: added,
      NODE: process.execPath,
      PROGRAM: resolve('bin/recap.js'),
    },
  });
  expect(run.code).toBe(0);
  const message =
    'recap: the show could not be written: the disk is full (ENOSPC); nothing was changed';
  expect(run.stderr.trim().split('\n')).toEqual([message, message]);
  expect(run.stdout.match(/code 1/g)).toHaveLength(2);
  expect(run.stdout).toContain('At the third bell');
  expect(run.stdout).toMatch(/the-long-watch\n\n.*the-long-watch:\n1\ncurrent\n$/s);
});

test('Ctrl-C ends a fetch at once and leaves nothing', async () => {
  const { device, services, added } = await withServices();
  services.fault = (path) => path.includes('/episodes');
  const env = { PATH: process.env.PATH, HOME: device.home, ...services.env };
  const args = [resolve('bin/recap.js'), 'add', '--id', 'tvmaze:908'];
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  await expect.poll(() => services.requests.length).toBe(3);
  const started = performance.now();
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  // the request that gets no answer would be given up after 20 seconds, and tried again
  expect(performance.now() - started).toBeLessThan(15_000);
  expect(() => readdirSync(added)).toThrow();
});

/** A show that takes more room than is left. */
function crowded(show: InventedShow): InventedShow {
  const plot = `<p>${'The tide turned. '.repeat(4_000)}</p>`;
  return { ...show, episodes: show.episodes.map((episode) => ({ ...episode, plot })) };
}
