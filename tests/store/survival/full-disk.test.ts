import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canRunAs, expectSentences, type Machine, machine, SHOW, works } from './program.ts';

const MOUNTS = ['unshare', '-Urm', 'sh', '-c'] as const;
const canMount = works(...MOUNTS, 'mount -t tmpfs -o size=8k none /mnt');

/** A user that owns nothing. Permissions do not hold root back. */
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const canBeHeldBack = !isRoot || canRunAs(NOBODY);

const READS = [
  ['list', SHOW],
  ['read', SHOW, 's01e05'],
  ['watched', SHOW],
];

/** Runs steps of shell in which `recap` is the program, on a small disk for the state folder: a page for each of its files. */
async function onSmallDisk(device: Machine, steps: string, options = 'size=12k') {
  mkdirSync(device.state, { recursive: true });
  const script = `
    mount -t tmpfs -o ${options} none "$STATE" || exit 99
    step=0
    recap() {
      step=$((step + 1))
      "$NODE" "$PROGRAM" "$@" >"$HOME/$step.out" 2>"$HOME/$step.err"
      echo $? >"$HOME/$step.code"
    }
    ${steps}
    cp "$STATE"/progress-* "$HOME/log" 2>/dev/null
    true`;
  const { home, state, log } = device;
  const env = { STATE: state, LOG: log };
  const run = await device.recap([], { under: [...MOUNTS, script], env });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const text = (name: string) => readFileSync(join(home, name), 'utf8');
  return readdirSync(home)
    .filter((name) => name.endsWith('.code'))
    .map((_, index) => ({
      code: Number(text(`${index + 1}.code`)),
      stdout: text(`${index + 1}.out`),
      stderr: text(`${index + 1}.err`),
    }));
}

test.skipIf(!canMount)('a full disk costs no earlier place (needs unshare)', async () => {
  const device = machine();
  const [saved, full, again, old, hidden, later] = await onSmallDisk(
    device,
    `recap watched ${SHOW} S01E02
     # the next line begins on this page, and finds no other
     head -c 3900 /dev/zero | tr '\\0' '\\n' >>"$LOG"
     cat /dev/zero >"$STATE/filler" 2>/dev/null
     recap watched ${SHOW} S01E05
     recap watched ${SHOW} S01E06
     recap list ${SHOW}
     recap read ${SHOW} s01e05
     rm "$STATE/filler"
     recap watched ${SHOW} S01E07`,
  );
  expect(saved).toMatchObject({ code: 0, stderr: '' });
  expect(full).toMatchObject({ code: 1, stdout: '' });
  expectSentences(full?.stderr ?? '', 1);
  expect(full?.stderr).toContain('the disk is full (ENOSPC)');
  expect(again?.code).toBe(1);
  expect(old?.code).toBe(0);
  // of the line that found no space, a part may be there: it closes the show
  const isCut = /^recap: 1 line of .* is corrupt and ignored.*\n$/.test(old?.stderr ?? '');
  expect(old?.stdout).toContain(isCut ? 'not started' : '2 of 10 watched');
  if (!isCut) expect(old?.stderr).toBe('');
  expect(hidden?.stdout).toContain('opens after S01E05');
  expect(later?.code).toBe(0);
  expect(later?.stdout).toContain('through S01E07');
  expect(readFileSync(join(device.home, 'log'), 'utf8')).toContain('"through":"S01E07"');
});

test.skipIf(!canMount)('a disk that can only be read says so (needs unshare)', async () => {
  const [failed, list] = await onSmallDisk(
    machine(),
    `recap watched ${SHOW} S01E02
     recap list ${SHOW}`,
    'ro',
  );
  expect(failed).toMatchObject({ code: 1, stdout: '' });
  expectSentences(failed?.stderr ?? '', 1);
  expect(failed?.stderr).toContain('the file system is read-only (EROFS)');
  expect(list).toMatchObject({ code: 0, stderr: '' });
  expect(list?.stdout).toContain('not started');
});

test.skipIf(!works('prlimit', '--fsize=0', 'true'))(
  'a limit on the size of files says so (needs prlimit)',
  async () => {
    const device = machine();
    device.watched('S01E02');
    const before = device.bytes();
    const run = await device.recap(['watched', SHOW, 'S01E05'], {
      under: ['prlimit', '--fsize=0'],
    });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expectSentences(run.stderr, 1);
    expect(run.stderr).toContain('the file is too big (EFBIG)');
    expect(device.bytes()).toBe(before);
    expect((await device.recap(['watched', SHOW, 'S01E05'])).code).toBe(0);
    expect(device.place()).toBe('S01E05');
  },
);

/** Gives a home to the user that permissions hold back, and what to run as. */
function heldBack(device: Machine): { uid?: number } {
  if (!isRoot) return {};
  const all = readdirSync(device.home, { recursive: true, encoding: 'utf8' });
  for (const name of ['.', ...all]) chownSync(join(device.home, name), NOBODY, NOBODY);
  return { uid: NOBODY };
}

test.skipIf(!canBeHeldBack)(
  'a state folder and a log that may only be read: the old place stays, and it says so (needs a user that permissions hold back)',
  async () => {
    const device = machine();
    device.watched('S01E02');
    const user = heldBack(device);
    chmodSync(device.log, 0o400);
    chmodSync(device.state, 0o500);
    const run = await device.recap(['watched', SHOW, 'S01E05'], user);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expectSentences(run.stderr, 1);
    expect(run.stderr).toContain('its permissions do not allow it (EACCES)');
    const list = await device.recap(['list', SHOW], user);
    expect(list).toMatchObject({ code: 0, stderr: '' });
    expect(list.stdout).toContain('2 of 10 watched');
    chmodSync(device.state, 0o700);
  },
);

test.skipIf(!canBeHeldBack)(
  'a home that may only be read: everything is hidden, and a save says why (needs a user that permissions hold back)',
  async () => {
    const device = machine();
    const user = heldBack(device);
    chmodSync(device.home, 0o500);
    const run = await device.recap(['watched', SHOW, 'S01E05'], user);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expectSentences(run.stderr, 1);
    expect(run.stderr).toContain('(EACCES)');
    for (const args of READS) {
      const { code, stderr, stdout } = await device.recap(args, user);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('not started');
    }
    chmodSync(device.home, 0o700);
  },
);

test.skipIf(!canBeHeldBack)(
  'a log that may not be read: everything is hidden, and it says why (needs a user that permissions hold back)',
  async () => {
    const device = machine();
    device.watched('S01E05');
    const user = heldBack(device);
    chmodSync(device.log, 0);
    for (const args of READS) {
      const { code, stderr, stdout } = await device.recap(args, user);
      expect(code).toBe(0);
      expect(stdout).toContain('not started');
      expectSentences(stderr, 1);
      expect(stderr).toContain('its permissions do not allow it (EACCES); until it can');
    }
  },
);

test.each<[string, (file: string) => Record<string, string>]>([
  ['the state folder', (file) => ({ RECAP_STATE: file })],
  ['a folder above it', (file) => ({ RECAP_STATE: join(file, 'state') })],
  ['the home folder', (file) => ({ HOME: file })],
])(
  'a file stands where %s should be: everything is hidden, nothing is written, and it says so',
  async (_, envWith) => {
    const device = machine();
    const file = join(device.home, 'file');
    writeFileSync(file, 'mine\n');
    const env = envWith(file);
    for (const args of READS) {
      const { code, stderr, stdout } = await device.recap(args, { env });
      expect(code).toBe(0);
      expect(stdout).toContain('not started');
      expectSentences(stderr, 1);
      expect(stderr).toContain('a file is where a folder should be (ENOTDIR)');
    }
    const run = await device.recap(['watched', SHOW, 'S01E05'], { env });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expectSentences(run.stderr, 2);
    expect(run.stderr).toContain('could not be recorded in');
    expect(readFileSync(file, 'utf8')).toBe('mine\n');
  },
);
