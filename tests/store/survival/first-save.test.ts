import { describe, expect, it } from 'vitest';
import { expectSentences, machine, SHOW } from './program.ts';
import { callName, faultAt, hasStrace, traced, wasMet } from './strace.ts';

const NEW = 'S01E05';
const save = ['watched', SHOW, NEW];

/** The first save of all makes the folders, and syncs each of them and what holds it. */
const CALLS = ['mkdir', 'openat', 'write', 'fsync', 'close'] as const;

/** The n-th of these is met, for every n that there is, and not one more. */
const PROBES = 20;

describe.skipIf(!hasStrace)('a system call of the first save fails (needs strace)', () => {
  it.each(CALLS.flatMap((name) => ['EIO', 'KILL'].map((fault) => [name, fault] as const)))(
    '%s with %s, each in turn: nothing is taken for saved that is not, and the next save works',
    async (name, fault) => {
      let met = 0;
      for (let n = 1; n <= PROBES; n++) {
        const device = machine();
        const run = await traced(device, save, faultAt(name, n, fault));
        if (!wasMet(run, fault)) {
          expect(run.code).toBe(0);
          break;
        }
        met = n;
        if (run.code === 0) expect(device.place()).toBe(NEW);
        else {
          expect([null, NEW]).toContain(device.place());
          if (fault === 'KILL') expect(run.signal).toBe('SIGKILL');
          else expectSentences(run.stderr, run.stderr.includes('cannot read') ? 2 : 1);
        }
        const next = await device.recap(['watched', SHOW, 'S01E06']);
        expect(next).toMatchObject({ code: 0, stderr: '' });
        expect(device.place()).toBe('S01E06');
      }
      expect(met).toBeGreaterThanOrEqual(name === 'write' ? 1 : 3);
      expect(met).toBeLessThan(PROBES);
    },
  );
});

describe.skipIf(!hasStrace)('a system call fails while the record is read (needs strace)', () => {
  const READ = ['openat', 'getdents64', 'read', 'close'] as const;

  it.each(READ)(
    '%s with EIO, each in turn: `list` never shows more than was watched, and says what it could not read',
    async (name) => {
      let told = 0;
      for (let n = 1; n <= PROBES; n++) {
        const device = machine();
        device.watched('S01E02');
        const run = await traced(device, ['list', SHOW], faultAt(name, n, 'EIO'));
        expect(run.code).toBe(0);
        if (!wasMet(run, 'EIO')) break;
        if (run.stderr !== '') {
          expectSentences(run.stderr, 1);
          expect(run.stderr).toContain('(EIO); until it can be read, everything stays hidden');
          expect(run.stdout).toContain('not started');
          told++;
        } else expect(run.stdout).toContain('2 of 10 watched');
        expect(run.calls.map(callName)).not.toContain('write');
      }
      expect(told).toBeGreaterThan(0);
    },
  );
});
