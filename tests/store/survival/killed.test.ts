import { expect, test } from 'vitest';
import { killTimes, machine, ORDER, SHOW } from './program.ts';

/** In the soak more of them. */
const KILLS = process.env.RECAP_SOAK ? 500 : 60;

test(`kill -9 at ${KILLS} random moments: what was acknowledged is kept, and nothing more is watched`, async () => {
  const device = machine();
  expect((await device.recap(['watched', SHOW, 'S01E04'])).code).toBe(0);

  const times = killTimes();
  const ends = { killed: 0, acknowledged: 0, unacknowledgedButKept: 0 };
  let place = device.place();
  for (let run = 0; run < KILLS; run++) {
    const others = ORDER.codes.filter((code) => code !== place);
    const wanted = others[Math.floor(Math.random() * others.length)] ?? null;
    const killAfterMs = times.next();
    const story = `${place} to ${wanted}, killed after ${killAfterMs} ms`;

    const { code, signal, stdout } = await device.recap(['watched', SHOW, `${wanted}`], {
      killAfterMs,
    });
    times.learn(code === null);
    const now = device.place();
    if (code === 0) {
      ends.acknowledged++;
      expect(now, story).toBe(wanted);
      expect(stdout, story).toContain(`through ${wanted}`);
    } else {
      ends.killed++;
      expect(signal, story).toBe('SIGKILL');
      expect([place, wanted], story).toContain(now);
      // who was told is who must not be let down
      if (stdout.includes(`${wanted}`)) expect(now, story).toBe(wanted);
      if (now === wanted) ends.unacknowledgedButKept++;
    }
    place = now;
  }
  expect(ends.killed, JSON.stringify(ends)).toBeGreaterThan(0);
  expect(ends.acknowledged, JSON.stringify(ends)).toBeGreaterThan(0);

  const last = place === 'S01E10' ? 'S01E09' : 'S01E10';
  expect((await device.recap(['watched', SHOW, last])).code).toBe(0);
  expect(device.place()).toBe(last);
});
