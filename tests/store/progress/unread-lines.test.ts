import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { episodeCode } from '../../../src/model/episode.ts';
import { type Place, ViewingOrder } from '../../../src/model/order.ts';
import { type Epoch, writeLine } from '../../../src/store/progress/line.ts';
import { openProgress, type ProgressLog } from '../../../src/store/progress/log.ts';

/** A going-back may be in a line that cannot be read, so such a line closes what it may be about until it is answered. */

const ORDER = new ViewingOrder(Array.from({ length: 10 }, (_, n) => episodeCode(1, n + 1)));
const tracked = (slug: string) => ({ slug, id: null, order: ORDER });
const X = tracked('x');

/** A state folder in which `x` and `y` were watched to the end on the laptop. */
function watchedAll(): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'recap-progress-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'progress-laptop.jsonl');
  for (const show of ['x', 'y']) open(folder).confirm(tracked(show), 'S01E10');
  return { folder, file };
}

function open(folder: string, device = 'laptop'): ProgressLog {
  return openProgress({ folder, device, now: () => new Date('2026-01-02T03:04:05Z') });
}

const entry = (show: string, epoch: Epoch, through: Place, from: Place = null) =>
  writeLine({ show, epoch, through, from, isUndo: false, at: '2026-01-02T03:04:05.000Z' });

const BACK = entry('x', 1, 'S01E01', 'S01E10');

/** What the next line of the log is, and which of the two shows it closes. */
const LINES: [name: string, line: string, closed: string[]][] = [
  ['a going-back with a wrong sum', BACK.replace(/"sum":"./, '"sum":"!'), ['x']],
  ['a going-back with another place', BACK.replace('S01E01', 'S01E02'), ['x']],
  ['a going-back cut behind its show', BACK.slice(0, 30), ['x']],
  ['a going-back cut within its show', BACK.slice(0, 15), ['x', 'y']],
  ['the end of a going-back', BACK.slice(30), ['x', 'y']],
  ['a going-back of a show with a damaged name', BACK.replace('"x"', '"z"'), ['x', 'y']],
  ['a name damaged into that of another show', BACK.replace('"x"', '"y"'), ['x', 'y']],
  ['two lines run together', BACK + BACK, ['x', 'y']],
  ['a newer line of the show', '{"v":2,"show":"x","gone":"back"}', ['x']],
  ['a newer line of a show that is not here', '{"v":2,"show":"z"}', []],
  ['a newer line that names no show', '{"v":2,"shows":[]}', ['x', 'y']],
  ['a newer line whose show is a number', '{"v":2,"show":7}', ['x', 'y']],
  ['the JSON of another program', '{"watched":{"x":10}}', ['x', 'y']],
  ['words', 'I went back to the start of x', ['x', 'y']],
  ['zeros that a power cut left', '\0'.repeat(100), ['x', 'y']],
  ['a line that says x behind its name', BACK.replace('"x"', '"y","show":"x"'), ['x', 'y']],
];

describe('the last line of a log', () => {
  it.each(LINES)('is %s', (_, line, closed) => {
    const { folder, file } = watchedAll();
    appendFileSync(file, `${line}\n`);
    for (const show of ['x', 'y']) {
      const isClosed = closed.includes(show);
      expect(open(folder).of(tracked(show))).toMatchObject({
        through: isClosed ? null : 'S01E10',
        shouldAsk: isClosed,
      });
    }
    expect(open(folder).of(tracked('never watched'))).toMatchObject({
      isRecorded: false,
      shouldAsk: false,
    });
  });

  it.each(LINES)('is %s, on another device', (_, line, closed) => {
    const { folder } = watchedAll();
    writeFileSync(join(folder, 'progress-phone.jsonl'), line);
    const { through } = open(folder).of(X);
    // the other device has no entry of any show, so that a damaged name may be any
    if (closed.includes('x')) expect(through).toBe(null);
  });

  it.each([
    ['the laptop', 'laptop', 'progress-laptop.jsonl'],
    ['another device', 'laptop', 'progress-phone.jsonl'],
  ])('cannot be read, on %s: an answer settles it, until there is another', (_, device, name) => {
    const { folder } = watchedAll();
    const damage = (line: string) => appendFileSync(join(folder, name), `${line}\n`);
    damage(BACK.slice(0, 40));
    const progress = open(folder, device);
    expect(progress.confirm(X, 'S01E03')).toMatchObject({
      kind: 'recorded',
      progress: { through: 'S01E03', shouldAsk: false },
    });
    const settled = { through: 'S01E03', shouldAsk: false };
    for (const reader of ['laptop', 'phone', 'desktop']) {
      expect(open(folder, reader).of(X)).toMatchObject(settled);
    }
    damage(BACK.slice(0, 41));
    expect(open(folder).of(X)).toMatchObject({ through: null, shouldAsk: true });
    open(folder).goBack(X, null);
    expect(open(folder).of(X)).toMatchObject({ through: null, shouldAsk: false });
  });

  it('cannot be read: undoing the answer closes the show, and opens nothing', () => {
    const { folder, file } = watchedAll();
    appendFileSync(file, `${BACK.slice(0, 40)}\n`);
    open(folder).confirm(X, 'S01E03');
    open(folder).undo(X);
    expect(open(folder).of(X)).toMatchObject({ through: null, shouldAsk: false });
  });

  it('cannot be read, and a sync has made a copy of the file: one answer settles both', () => {
    const { folder, file } = watchedAll();
    appendFileSync(file, BACK.slice(0, 40));
    copyFileSync(file, join(folder, 'progress-laptop (conflicted copy).jsonl'));
    open(folder).confirm(X, 'S01E02');
    expect(open(folder).of(X)).toMatchObject({
      through: 'S01E02',
      shouldAsk: false,
    });
  });

  it('cannot be read: it may be the change to undo, so nothing is undone', () => {
    const { folder, file } = watchedAll();
    appendFileSync(file, BACK.slice(0, 40));
    const before = readFileSync(file);
    expect(open(folder).undo(X)).toMatchObject({ kind: 'failed', code: 'EBADMSG' });
    expect(readFileSync(file)).toEqual(before);
  });

  it('cannot be read, and a later entry is of the show: it was answered then', () => {
    const { folder, file } = watchedAll();
    appendFileSync(file, `${BACK.slice(0, 40)}\n${entry('x', 1, 'S01E04', 'S01E10')}\n`);
    expect(open(folder).of(X)).toMatchObject({
      through: 'S01E04',
      shouldAsk: false,
    });
  });
});

test('a going-back with any bit flipped, any byte zeroed or cut anywhere opens nothing', () => {
  const { folder, file } = watchedAll();
  const start = readFileSync(file).length;
  open(folder).goBack(X, 'S01E01');
  const whole = readFileSync(file);
  const expectClosed = (damaged: Buffer, what: string) => {
    writeFileSync(file, damaged);
    expect([null, 'S01E01'], what).toContain(open(folder).of(X).through);
  };
  for (let bit = start * 8; bit < whole.length * 8; bit++) {
    const damaged = Buffer.from(whole);
    damaged[bit >> 3] = (whole[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expectClosed(damaged, `bit ${bit}`);
  }
  for (let byte = start; byte < whole.length; byte++) {
    expectClosed(Buffer.from(whole).fill(0, byte, byte + 1), `byte ${byte} zeroed`);
    expectClosed(Buffer.from(whole).fill(0, byte), `zeroed from ${byte}`);
    if (byte > start) expectClosed(whole.subarray(0, byte), `cut at ${byte}`);
  }
});

describe('an epoch at the limit of integers', () => {
  it.each([Number.MAX_SAFE_INTEGER, 2n ** 53n, 2n ** 64n - 1n, 10n ** 40n] as Epoch[])(
    '%s: later entries are read, and going back and undoing work',
    (epoch) => {
      const { folder, file } = watchedAll();
      appendFileSync(file, `${entry('x', epoch, 'S01E09', 'S01E10')}\n`);
      const at = () => open(folder).of(X);
      expect(at()).toMatchObject({ through: 'S01E09', shouldAsk: false, epoch });
      open(folder).goBack(X, 'S01E02');
      expect(at()).toMatchObject({ through: 'S01E02', shouldAsk: false });
      open(folder).confirm(X, 'S01E03');
      expect(at()).toMatchObject({ through: 'S01E03', shouldAsk: false });
      open(folder).undo(X);
      expect(at()).toMatchObject({ through: 'S01E02', shouldAsk: false });
      expect(open(folder).problems).toEqual([]);
    },
  );
});
