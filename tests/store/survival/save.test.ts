import { describe, expect, it, test } from 'vitest';
import { expectSentences, machine, SHOW } from './program.ts';
import { callName, faultAt, hasStrace, traced, wasMet } from './strace.ts';

const OLD = 'S01E02';
const NEW = 'S01E05';
const save = ['watched', SHOW, NEW];

/** The system calls of a save, on a folder and a file that are there. Reading goes before them. */
const SAVE = [
  ['mkdir', 'the folder'],
  ['openat', 'the file, to append'],
  ['write', 'the line'],
  ['fsync', 'the file'],
  ['close', 'the file'],
  ['openat', 'the folder, to sync it'],
  ['fsync', 'the folder'],
  ['close', 'the folder'],
] as const;

const FAULTS = ['EIO', 'ENOSPC', 'EACCES', 'EDQUOT', 'EROFS', 'KILL'];

let undisturbed: Promise<readonly string[]> | undefined;

/** The names of the calls of a run that nothing disturbs, but those that look without changing. */
function rehearsal(): Promise<readonly string[]> {
  undisturbed ??= (async () => {
    const device = machine();
    device.watched(OLD);
    const { calls, code } = await traced(device, save);
    expect(code).toBe(0);
    return calls.map(callName).filter((name) => SAVE.some(([call]) => call === name));
  })();
  return undisturbed;
}

describe.skipIf(!hasStrace)('a system call of a save fails (needs strace)', () => {
  test('the calls of a save are these', async () => {
    const names = await rehearsal();
    expect(names.slice(-SAVE.length)).toEqual(SAVE.map(([name]) => name));
    expect(names.slice(0, -SAVE.length).filter((name) => !/^(?:openat|close)$/.test(name))).toEqual(
      [],
    );
  });

  describe.each(FAULTS)('%s', (fault) => {
    it.each(SAVE.map(([name, what], index) => [name, what, index] as const))(
      'at the %s of %s: it says so, the place is the old or the new one, and the next save works',
      async (name, _, index) => {
        const names = await rehearsal();
        const upTo = names.length - SAVE.length + index + 1;
        const nth = names.slice(0, upTo).filter((each) => each === name).length;
        const device = machine();
        device.watched(OLD);

        const run = await traced(device, save, faultAt(name, nth, fault));
        expect(wasMet(run, fault)).toBe(true);
        if (fault === 'KILL') expect(run.signal).toBe('SIGKILL');
        else {
          expect(run).toMatchObject({ code: 1, stdout: '' });
          expect(run.stderr).toContain(`could not be recorded in ${device.log}: `);
          expect(run.stderr).toContain(`(${fault})`);
          expectSentences(run.stderr, 1);
        }
        expect([OLD, NEW]).toContain(device.place());

        const next = await device.recap(['watched', SHOW, 'S01E06']);
        expect(next).toMatchObject({ code: 0, stderr: '' });
        expect(next.stdout).toContain('through S01E06');
        expect(device.place()).toBe('S01E06');
      },
    );
  });
});
