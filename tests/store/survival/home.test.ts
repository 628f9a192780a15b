import { existsSync, lstatSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { canRunAs, expectSentences, machine, SHOW, works } from './program.ts';

/** No password file knows this user, so that there is no home to be found. */
const STRANGER = 54_321;
const AS_STRANGER = ['unshare', '-U', `--map-user=${STRANGER}`];
const canSpawnStranger = canRunAs(STRANGER);
const canBeStranger = canSpawnStranger || works('env', ...AS_STRANGER, 'true');
const stranger = canSpawnStranger ? { uid: STRANGER } : { under: AS_STRANGER };

const NO_HOME =
  'recap: there is no home folder to keep what you have watched in; set `HOME`, or `RECAP_STATE` to a folder of your choice\n';

/** What only reads works everywhere, and says nothing of a home. */
const READS = [['list'], ['list', SHOW], ['read', SHOW, 's01e05'], ['watched', SHOW]];

describe.each<[string, string]>([
  ['empty', ''],
  ['relative', 'somewhere'],
])('`HOME` is %s', (_, HOME) => {
  it('everything is hidden, a save says what to do', async () => {
    const device = machine();
    for (const args of READS) {
      const { code, stderr, stdout } = await device.recap(args, { env: { HOME } });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('not started');
    }
    const save = await device.recap(['watched', SHOW, 'S01E05'], { env: { HOME } });
    expect(save).toMatchObject({ code: 1, stdout: '', stderr: NO_HOME });
    expect(existsSync(join(device.home, 'somewhere'))).toBe(false);
  });
});

describe.skipIf(!canBeStranger)(
  'a user without `HOME` whom no password file knows (needs root or unshare)',
  () => {
    const env = { HOME: undefined };

    it('everything is hidden, a save says what to do', async () => {
      const device = machine();
      for (const args of READS) {
        const { code, stderr, stdout } = await device.recap(args, { ...stranger, env });
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).toContain('not started');
      }
      const save = await device.recap(['watched', SHOW, 'S01E05'], { ...stranger, env });
      expect(save).toMatchObject({ code: 1, stdout: '', stderr: NO_HOME });
    });
  },
);

test('without `HOME`, `RECAP_STATE` is enough', async () => {
  const device = machine();
  const env = { HOME: undefined, RECAP_STATE: device.state };
  const save = await device.recap(['watched', SHOW, 'S01E05'], { env });
  expect(save).toMatchObject({ code: 0, stderr: '' });
  expect(device.place()).toBe('S01E05');
});

test('a home that is not there yet is made, for its owner alone', async () => {
  const device = machine();
  const HOME = join(device.home, 'new');
  const save = await device.recap(['watched', SHOW, 'S01E05'], { env: { HOME } });
  expect(save).toMatchObject({ code: 0, stderr: '' });
  expect(statSync(HOME).mode & 0o777).toBe(0o700);
});

test.skipIf(!existsSync('/proc/self'))('a home in which nothing can be made says so', async () => {
  const env = { HOME: '/proc' };
  const save = await machine().recap(['watched', SHOW, 'S01E05'], { env });
  expect(save).toMatchObject({ code: 1, stdout: '' });
  expectSentences(save.stderr, 1);
});

test.each(['state', './state', '~/state'])(
  '`XDG_STATE_HOME=%s`, which is relative, is ignored',
  async (relative) => {
    const device = machine();
    const env = { XDG_STATE_HOME: relative };
    expect((await device.recap(['watched', SHOW, 'S01E05'], { env })).code).toBe(0);
    expect(device.place()).toBe('S01E05');
    expect(existsSync(join(device.home, relative))).toBe(false);
  },
);

test('under `umask 0` the log is 0600 and each folder that is made 0700', async () => {
  const device = machine();
  const under = ['sh', '-c', 'umask 0; exec "$@"', 'sh'];
  const save = await device.recap(['watched', SHOW, 'S01E05'], { under });
  expect(save).toMatchObject({ code: 0, stderr: '' });
  const modes = ['.local', '.local/state', '.local/state/recap'].map(
    (name) => statSync(join(device.home, name)).mode & 0o777,
  );
  expect(modes).toEqual([0o700, 0o700, 0o700]);
  expect(statSync(device.log).mode & 0o777).toBe(0o600);
});

describe('links, as those have who keep such files elsewhere', () => {
  it('a log that is one: its target grows, and the link stays', async () => {
    const device = machine();
    device.watched('S01E02');
    const elsewhere = machine();
    elsewhere.write('kept.jsonl', device.bytes());
    const target = join(elsewhere.state, 'kept.jsonl');
    const linked = machine();
    mkdirSync(linked.state, { recursive: true });
    symlinkSync(target, linked.log);
    expect((await linked.recap(['watched', SHOW, 'S01E05'])).code).toBe(0);
    expect(lstatSync(linked.log).isSymbolicLink()).toBe(true);
    expect(statSync(target).size).toBeGreaterThan(device.bytes().length);
    expect(linked.place()).toBe('S01E05');
  });

  it('a log that leads to nothing yet: its target is made', async () => {
    const device = machine();
    mkdirSync(device.state, { recursive: true });
    const target = join(device.home, 'kept.jsonl');
    symlinkSync(target, device.log);
    expect((await device.recap(['watched', SHOW, 'S01E05'])).code).toBe(0);
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(device.place()).toBe('S01E05');
  });

  it('a state folder that is one', async () => {
    const device = machine();
    const target = join(device.home, 'kept');
    mkdirSync(target);
    mkdirSync(join(device.state, '..'), { recursive: true });
    symlinkSync(target, device.state);
    expect((await device.recap(['watched', SHOW, 'S01E05'])).code).toBe(0);
    expect(lstatSync(device.state).isSymbolicLink()).toBe(true);
    expect(readdirSync(target)).toContain(basename(device.log));
    expect(device.place()).toBe('S01E05');
  });

  it('a log that leads in a circle: everything is hidden, and it says so', async () => {
    const device = machine();
    mkdirSync(device.state, { recursive: true });
    symlinkSync(device.log, device.log);
    const list = await device.recap(['list', SHOW]);
    expect(list.code).toBe(0);
    expectSentences(list.stderr, 1);
    expect(list.stderr).toContain('too many symbolic links (ELOOP)');
  });
});
