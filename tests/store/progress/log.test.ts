import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { episodeCode } from '../../../src/model/episode.ts';
import { type Place, ViewingOrder } from '../../../src/model/order.ts';
import { logName } from '../../../src/store/progress/device.ts';
import { type LogEntry, writeLine } from '../../../src/store/progress/line.ts';
import { openProgress, type ProgressLog } from '../../../src/store/progress/log.ts';

const ORDER = new ViewingOrder(Array.from({ length: 8 }, (_, n) => episodeCode(1, n + 1)));
const tracked = (slug: string) => ({ slug, id: null, order: ORDER });
const X = tracked('x');

/** An empty folder for the running test, taken away when it ends. */
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-progress-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Progress in the folder as a device sees it. Its clock stands still. */
function open(folder: string | null, device = 'laptop'): ProgressLog {
  return openProgress({ folder, device, now: () => new Date('2026-01-02T03:04:05Z') });
}

/** Adds text to a file of the folder as another program would. */
function scribble(folder: string, name: string, text: string): void {
  appendFileSync(join(folder, name), text);
}

function entry(epoch: number, through: Place, from: Place = null): LogEntry {
  return { show: 'x', epoch, through, from, isUndo: false, at: '2026-01-02T03:04:05.000Z' };
}

const LOG = 'progress-laptop.jsonl';
const bytes = (folder: string, name = LOG) => readFileSync(join(folder, name), 'utf8');
const reopened = (folder: string, device?: string): Place => open(folder, device).of(X).through;

describe('a change is on disk', () => {
  test('nothing is made by looking', () => {
    const folder = join(freshFolder(), 'recap');
    expect(open(folder).of(X)).toMatchObject({ through: null, isRecorded: false });
    expect(open(folder).problems).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  test('and is there for the next run', () => {
    const folder = freshFolder();
    expect(open(folder).confirm(X, 'S01E03')).toMatchObject({
      kind: 'recorded',
      progress: { through: 'S01E03', isRecorded: true, shouldAsk: false },
    });
    expect(reopened(folder)).toBe('S01E03');
    expect(open(folder).of(tracked('y')).isRecorded).toBe(false);
  });

  test.each(['__proto__', 'constructor', 'a\nb', '', '\u{1F4FA}'])(
    'of a show called %j',
    (show) => {
      const folder = freshFolder();
      expect(open(folder).of(tracked(show)).isRecorded).toBe(false);
      open(folder).confirm(tracked(show), 'S01E02');
      expect(open(folder).of(tracked(show)).through).toBe('S01E02');
    },
  );

  test('one line is added; what was there stays, byte by byte', () => {
    const folder = freshFolder();
    const progress = open(folder);
    let before = '';
    const changes = [
      () => progress.confirm(X, 'S01E03'),
      () => progress.goBack(X, null),
      () => progress.undo(X),
      () => progress.confirm(tracked('y'), 'S01E01'),
    ];
    for (const change of changes) {
      expect(change().kind).toBe('recorded');
      const after = bytes(folder);
      expect(after.startsWith(before)).toBe(true);
      expect(after.slice(before.length)).toMatch(/^\{.*\}\n$/);
      before = after;
    }
  });

  test('another terminal is heard before a change is made', () => {
    const folder = freshFolder();
    const [one, two] = [open(folder), open(folder)];
    one.confirm(X, 'S01E05');
    expect(two.confirm(X, 'S01E05').kind).toBe('unchanged');
    one.goBack(X, 'S01E01');
    expect(two.confirm(X, 'S01E02')).toMatchObject({ progress: { through: 'S01E02' } });
    expect(reopened(folder)).toBe('S01E02');
  });
});

describe('what records nothing', () => {
  it.each([
    ['an episode before the place', 'S01E02'],
    ['the place itself', 'S01E03'],
  ] as const)('confirming %s', (_, through) => {
    const folder = freshFolder();
    open(folder).confirm(X, 'S01E03');
    const before = bytes(folder);
    expect(open(folder).confirm(X, through)).toMatchObject({
      kind: 'unchanged',
      progress: { through: 'S01E03' },
    });
    expect(bytes(folder)).toBe(before);
  });

  it('an episode that the show does not list', () => {
    const folder = freshFolder();
    expect(open(folder).confirm(X, episodeCode(9, 9))).toEqual({ kind: 'unknown' });
    expect(open(folder).goBack(X, episodeCode(9, 9))).toEqual({ kind: 'unknown' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('going back to where one is; but "not started" is an answer the first time', () => {
    const progress = open(freshFolder());
    expect(progress.goBack(X, null)).toMatchObject({
      kind: 'recorded',
      progress: { through: null, isRecorded: true, epoch: 0 },
    });
    expect(progress.goBack(X, null).kind).toBe('unchanged');
  });

  it('undoing nothing, or more than there is', () => {
    const progress = open(freshFolder());
    expect(progress.undo(X)).toEqual({ kind: 'nothing-to-undo' });
    progress.confirm(X, 'S01E01');
    progress.confirm(tracked('y'), 'S01E01');
    expect(progress.undo(X).kind).toBe('recorded');
    expect(progress.undo(X)).toEqual({ kind: 'nothing-to-undo' });
    expect(progress.of(tracked('y')).through).toBe('S01E01');
  });
});

describe('undoing', () => {
  it('twice goes back two changes, over runs and goings back alike', () => {
    const folder = freshFolder();
    open(folder).confirm(X, 'S01E03');
    open(folder).confirm(X, 'S01E05');
    open(folder).goBack(X, 'S01E01');
    const seen: Place[] = [];
    while (open(folder).undo(X).kind === 'recorded') seen.push(reopened(folder));
    expect(seen).toEqual(['S01E05', 'S01E03', null]);
    expect(open(folder).of(X).shouldAsk).toBe(false);
  });

  it('then confirming, then undoing, takes back the new one', () => {
    const progress = open(freshFolder());
    progress.confirm(X, 'S01E03');
    progress.confirm(X, 'S01E05');
    progress.undo(X);
    progress.confirm(X, 'S01E08');
    expect(progress.undo(X)).toMatchObject({ progress: { through: 'S01E03' } });
  });

  it("takes back this device's change only, to the place it left, whoever had brought the reader there", () => {
    const folder = freshFolder();
    open(folder, 'desktop').confirm(X, 'S01E05');
    expect(open(folder, 'laptop').undo(X)).toEqual({ kind: 'nothing-to-undo' });
    open(folder, 'laptop').confirm(X, 'S01E06');
    open(folder, 'laptop').undo(X);
    expect(reopened(folder, 'desktop')).toBe('S01E05');
  });
});

describe('two devices, one folder', () => {
  const sync = (from: string, to: string, device: string) =>
    copyFileSync(join(from, logName(device)), join(to, logName(device)));

  it('one goes back while the other goes on: closed and asked on both, until answered on one', () => {
    const [a, b] = [freshFolder(), freshFolder()];
    open(a, 'a').confirm(X, 'S01E05');
    sync(a, b, 'a');
    open(a, 'a').goBack(X, 'S01E01');
    open(b, 'b').confirm(X, 'S01E07');
    sync(a, b, 'a');
    sync(b, a, 'b');
    const asked = { through: 'S01E01', shouldAsk: true };
    expect(open(a, 'a').of(X)).toMatchObject(asked);
    expect(open(b, 'b').of(X)).toMatchObject(asked);

    const settled = { through: 'S01E06', shouldAsk: false };
    expect(open(b, 'b').confirm(X, 'S01E06')).toMatchObject({ progress: settled });
    sync(b, a, 'b');
    expect(open(a, 'a').of(X)).toMatchObject(settled);
  });

  it.each<[string, Place]>([
    ['where the record stands', 'S01E01'],
    ['not started', null],
  ])('the answer "%s" settles it too', (_, answer) => {
    const folder = freshFolder();
    open(folder, 'a').confirm(X, 'S01E05');
    open(folder, 'a').goBack(X, 'S01E01');
    scribble(folder, logName('b'), `${writeLine(entry(0, 'S01E07', 'S01E05'))}\n`);
    expect(open(folder, 'a').of(X).shouldAsk).toBe(true);
    open(folder, 'a').goBack(X, answer);
    expect(open(folder, 'a').of(X)).toMatchObject({
      through: answer,
      shouldAsk: false,
    });
  });

  it('confirming less than the place, when asked, does not lower it', () => {
    const folder = freshFolder();
    open(folder, 'a').confirm(X, 'S01E05');
    open(folder, 'a').goBack(X, 'S01E02');
    scribble(folder, logName('b'), `${writeLine(entry(0, 'S01E07', 'S01E05'))}\n`);
    expect(open(folder, 'a').confirm(X, 'S01E01')).toMatchObject({
      kind: 'recorded',
      progress: { through: 'S01E02', shouldAsk: false },
    });
  });

  it('each writes to its own file alone', () => {
    const folder = freshFolder();
    open(folder, 'a').confirm(X, 'S01E05');
    const before = bytes(folder, logName('a'));
    open(folder, 'b').goBack(X, null);
    expect(bytes(folder, logName('a'))).toBe(before);
    expect(readdirSync(folder)).toEqual([logName('a'), logName('b')]);
  });

  it.each([
    'progress-laptop.sync-conflict-20260102-030405-ABCDEFG.jsonl',
    'progress-laptop (conflicted copy).jsonl',
    "progress-laptop (Ann's conflicted copy 2026-01-02).jsonl",
    'progress-laptop 2.jsonl',
  ])('what a sync made of a file is read as well: %s', (name) => {
    const folder = freshFolder();
    open(folder).confirm(X, 'S01E05');
    renameSync(join(folder, LOG), join(folder, name));
    open(folder).confirm(X, 'S01E06');
    expect(reopened(folder)).toBe('S01E06');
    renameSync(join(folder, LOG), join(folder, 'gone'));
    expect(reopened(folder)).toBe('S01E05');
  });

  it.each([
    'notes.jsonl',
    '.syncthing.progress-laptop.jsonl.tmp',
    'progress-laptop.jsonl~',
    'progress-.jsonl',
  ])('what is no log is not: %s', (name) => {
    const folder = freshFolder();
    scribble(folder, name, `${writeLine(entry(0, 'S01E05'))}\n`);
    expect(reopened(folder)).toBe(null);
    expect(open(folder).problems).toEqual([]);
  });
});

describe('the name of a log', () => {
  it.each([
    ['laptop', 'progress-laptop.jsonl'],
    ['Anns-MacBook.local', 'progress-anns-macbook.local.jsonl'],
    ['../../etc/passwd', 'progress-..-..-etc-passwd.jsonl'],
    ['a b\n\0c', 'progress-a-b-c.jsonl'],
    ['', 'progress-device.jsonl'],
    ['x'.repeat(300), `progress-${'x'.repeat(64)}.jsonl`],
  ])('of %j', (device, name) => {
    expect(logName(device)).toBe(name);
  });
});

describe('lines that are skipped', () => {
  it('are kept, and counted by file and kind', () => {
    const folder = freshFolder();
    open(folder).confirm(X, 'S01E02');
    const edited = writeLine(entry(0, 'S01E04')).replace('S01E04', 'S01E07');
    const strange = `{"v":2,"through":"S01E08"}\n{"v":99}\n${edited}\n\n  \r\nhalf a li`;
    scribble(folder, LOG, strange);
    const progress = open(folder);
    expect(progress.of(X)).toMatchObject({ through: null, shouldAsk: true });
    const file = join(folder, LOG);
    expect(progress.problems).toEqual([
      { file, kind: 'newer', count: 2 },
      { file, kind: 'foreign', count: 1 },
      { file, kind: 'torn', count: 1 },
    ]);
    expect(progress.confirm(X, 'S01E03').kind).toBe('recorded');
    expect(bytes(folder)).toContain(strange);
    expect(reopened(folder)).toBe('S01E03');
  });

  it('do not swallow the line after them: a torn tail is ended first', () => {
    const folder = freshFolder();
    open(folder).confirm(X, 'S01E02');
    open(folder).confirm(X, 'S01E03');
    const whole = bytes(folder);
    truncateSync(join(folder, LOG), whole.length - 20);
    open(folder).confirm(X, 'S01E04');
    expect(bytes(folder).startsWith(`${whole.slice(0, -20)}\n{`)).toBe(true);
    expect(reopened(folder)).toBe('S01E04');
  });

  it('no more than needed: a last line without its line break is read', () => {
    const folder = freshFolder();
    scribble(folder, LOG, writeLine(entry(0, 'S01E02')));
    expect(reopened(folder)).toBe('S01E02');
    expect(open(folder).problems).toEqual([]);
  });

  it('and line breaks of Windows do no harm', () => {
    const folder = freshFolder();
    scribble(folder, LOG, `${writeLine(entry(0, 'S01E02'))}\r\n`);
    expect(reopened(folder)).toBe('S01E02');
  });
});

describe('a file that cannot be read closes every show, and nothing is recorded', () => {
  const closed = { through: null, isRecorded: true, shouldAsk: true };

  it.each<[string, string, (file: string) => void]>([
    ['a folder', 'EISDIR', (file) => mkdirSync(file)],
    ['a device', 'EINVAL', (file) => symlinkSync('/dev/null', file)],
    ['a symlink to itself', 'ELOOP', (file) => symlinkSync(file, file)],
    [
      'more than 16 MB',
      'EFBIG',
      (file) => {
        writeFileSync(file, '');
        truncateSync(file, 16 * 1024 * 1024 + 1);
      },
    ],
  ])('%s', (_, code, make) => {
    const folder = freshFolder();
    open(folder).confirm(X, 'S01E05');
    const before = bytes(folder);
    const file = join(folder, 'progress-phone.jsonl');
    make(file);
    const progress = open(folder);
    expect(progress.of(X)).toMatchObject(closed);
    expect(progress.problems).toEqual([{ file, kind: 'unreadable', count: 1, code }]);
    for (const outcome of [
      progress.confirm(X, 'S01E06'),
      progress.goBack(X, null),
      progress.undo(X),
    ]) {
      expect(outcome).toEqual({ kind: 'failed', code, file });
    }
    expect(bytes(folder)).toBe(before);
  });

  it('a file of 16 MB is read', () => {
    const folder = freshFolder();
    const line = `${writeLine(entry(0, 'S01E02'))}\n`;
    const all = line + '\n'.repeat(16 * 1024 * 1024 - line.length);
    writeFileSync(join(folder, LOG), all);
    expect(reopened(folder)).toBe('S01E02');
  });

  it('the folder is a file', () => {
    const file = join(freshFolder(), 'file');
    writeFileSync(file, '');
    const progress = open(file);
    expect(progress.of(X)).toMatchObject(closed);
    expect(progress.problems).toEqual([{ file, kind: 'unreadable', count: 1, code: 'ENOTDIR' }]);
    expect(progress.confirm(X, 'S01E01')).toEqual({
      kind: 'failed',
      code: 'ENOTDIR',
      file,
    });
  });

  it('a log that is gone again says nothing', () => {
    const folder = freshFolder();
    symlinkSync(join(folder, 'nowhere'), join(folder, 'progress-phone.jsonl'));
    expect(open(folder).problems).toEqual([]);
    expect(open(folder).confirm(X, 'S01E01').kind).toBe('recorded');
  });
});

describe('where nothing can be written', () => {
  it('without a folder', () => {
    const progress = open(null);
    expect(progress.of(X).isRecorded).toBe(false);
    expect(progress.confirm(X, 'S01E01')).toEqual({
      kind: 'failed',
      code: 'ENOENT',
      file: null,
    });
    expect(progress.of(X).through).toBe(null);
  });

  it.skipIf(!existsSync('/proc/self'))('where no folder can be made', () => {
    expect(open('/proc/self/recap').confirm(X, 'S01E01')).toMatchObject({
      kind: 'failed',
      code: 'ENOENT',
    });
  });
});

describe('what others may see', () => {
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

  it('nothing: 0700 and 0600 under the most open umask, the folders above as well', () => {
    const top = freshFolder();
    const umask = process.umask(0);
    try {
      open(join(top, 'a', 'b')).confirm(X, 'S01E01');
    } finally {
      process.umask(umask);
    }
    expect(mode(join(top, 'a'))).toBe('700');
    expect(mode(join(top, 'a', 'b'))).toBe('700');
    expect(mode(join(top, 'a', 'b', LOG))).toBe('600');
  });

  it('a symlink is appended through, and stays one', () => {
    const [folder, elsewhere] = [freshFolder(), freshFolder()];
    symlinkSync(join(elsewhere, 'log'), join(folder, LOG));
    open(folder).confirm(X, 'S01E01');
    open(folder).confirm(X, 'S01E02');
    expect(bytes(elsewhere, 'log').trim().split('\n')).toHaveLength(2);
    expect(mode(join(elsewhere, 'log'))).toBe('600');
    expect(reopened(folder)).toBe('S01E02');
  });
});
