import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Place } from '../../../src/model/order.ts';
import { type LogEntry, writeLine } from '../../../src/store/progress/line.ts';
import { expectSentences, machine, ORDER, SHOW } from './program.ts';

/** Runs of the program; between them are cuts that are only read, as the program reads them. */
const EVERY = 40;

test('the log cut at every byte: never more than was watched, and the next save works', async () => {
  const device = machine();
  const ends = ['S01E02', 'S01E04', 'S01E07'] as const;
  const sizes = [0];
  for (const through of ends) {
    device.watched(through);
    sizes.push(device.bytes().length);
  }
  const whole = device.bytes();
  for (let size = 0; size <= whole.length; size++) {
    device.write(device.log.slice(device.state.length + 1), whole.slice(0, size));
    // a line may lack its line break alone
    const lines = sizes.filter((end) => end > 0 && size >= end - 1).length;
    const isCut = size > 0 && !sizes.some((end) => size === end || size === end - 1);
    // what is cut may have been a going-back
    const expected: Place = isCut ? null : (ends[lines - 1] ?? null);
    expect(device.place(), `cut at ${size}`).toBe(expected);
    if (size % EVERY !== 0 && size !== whole.length - 1) continue;

    const list = await device.recap(['list', SHOW]);
    expect(list.code).toBe(0);
    expect(list.stdout).toContain(
      expected === null ? 'not started' : `${ORDER.codes.indexOf(expected) + 1} of 10`,
    );
    expectSentences(list.stderr, isCut ? 1 : 0);
    expect(device.bytes()).toBe(whole.slice(0, size));
    const save = await device.recap(['watched', SHOW, 'S01E08']);
    expect(save.code).toBe(0);
    expect(device.place()).toBe('S01E08');
    expect(device.bytes().startsWith(whole.slice(0, size))).toBe(true);
  }
});

const NEWER = `{"v":99,"show":"${SHOW}","what":"a recap of 2040 wrote this","through":"S01E10"}`;
const FOREIGN = '{"shows":{"tiny-pretty-things":10}}';

describe.each([
  ['newer', NEWER, 'is from a newer version of recap'],
  ['foreign', FOREIGN, 'is not written by recap'],
  ['torn', NEWER.slice(0, 30), 'is corrupt'],
])('a line that is %s', (_, line, words) => {
  it.each([
    ['list', ['list', SHOW]],
    ['list --json', ['list', SHOW, '--json']],
    ['read', ['read', SHOW, 's01e05']],
    ['watched', ['watched', SHOW]],
  ])('`%s` opens nothing for it, says so once and leaves the file as it is', async (__, args) => {
    const device = machine();
    device.watched('S01E02');
    const log = device.log.slice(device.state.length + 1);
    device.write(log, `${line}\n${device.bytes()}`);
    const before = device.bytes();
    const run = await device.recap(args);
    expect(run.code).toBe(0);
    expectSentences(run.stderr, 1);
    expect(run.stderr).toContain(`1 line of ${device.log} ${words} and ignored`);
    expect(device.bytes()).toBe(before);
    expect(device.place()).toBe('S01E02');
  });

  it('a save adds to the file and changes nothing in it', async () => {
    const device = machine();
    device.watched('S01E02');
    device.write(device.log.slice(device.state.length + 1), `${device.bytes()}${line}`);
    const before = device.bytes();
    const save = await device.recap(['watched', SHOW, 'S01E05']);
    expect(save.code).toBe(0);
    expect(device.bytes().startsWith(`${before}\n`)).toBe(true);
    expect(device.place()).toBe('S01E05');
  });
});

const AT = '2026-01-02T03:04:05.000Z';
const entry = (epoch: number, through: Place, from: Place = null): string =>
  `${writeLine({ show: SHOW, epoch, through, from, isUndo: false, at: AT } satisfies LogEntry)}\n`;

describe('files of several devices in one folder', () => {
  it.each<[string, Record<string, string>, Place]>([
    [
      'the furthest confirmation counts',
      { 'progress-a.jsonl': entry(0, 'S01E03'), 'progress-b.jsonl': entry(0, 'S01E06') },
      'S01E06',
    ],
    [
      'who went back knowingly is believed',
      {
        'progress-a.jsonl': entry(0, 'S01E06'),
        'progress-b.jsonl': entry(1, 'S01E02', 'S01E06'),
      },
      'S01E02',
    ],
    [
      'a copy that was made of a conflict is one more of them',
      {
        'progress-a.jsonl': entry(0, 'S01E03'),
        'progress-a.sync-conflict-20260102-030405-ABCDEFG.jsonl': entry(0, 'S01E05'),
        'progress-a (conflicted copy 2026-01-02).jsonl': entry(0, 'S01E04'),
      },
      'S01E05',
    ],
    [
      'what is no log is not read',
      {
        'progress-a.jsonl': entry(0, 'S01E03'),
        'progress-a.jsonl.bak': entry(0, 'S01E09'),
        'notes.jsonl': entry(0, 'S01E10'),
      },
      'S01E03',
    ],
  ])('%s', async (_, files, place) => {
    const device = machine();
    for (const [name, text] of Object.entries(files)) device.write(name, text);
    const list = await device.recap(['watched', SHOW]);
    expect(list).toMatchObject({ code: 0, stderr: '' });
    expect(list.stdout).toContain(`(through ${place})`);

    const save = await device.recap(['watched', SHOW, 'S01E07']);
    expect(save).toMatchObject({ code: 0, stderr: '' });
    expect(device.place()).toBe('S01E07');
    for (const [name, text] of Object.entries(files)) {
      expect(readFileSync(join(device.state, name), 'utf8'), name).toBe(text);
    }
    const beside = readdirSync(device.state).filter((name) => name !== 'devices');
    expect(beside).toHaveLength(Object.keys(files).length + 1);
  });

  it('one went back while another went on: the further episodes are closed, and the reader is asked', async () => {
    const device = machine();
    device.write('progress-a.jsonl', entry(0, 'S01E03') + entry(1, 'S01E01', 'S01E03'));
    device.write('progress-b.jsonl', entry(0, 'S01E06'));
    const run = await device.recap(['watched', SHOW]);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('(through S01E01)');
    expectSentences(run.stderr, 1);
    expect(run.stderr).toContain('is not certain');
    expect(device.place()).toBe('S01E01');
  });
});
