import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bar } from '../../src/cli/bar.ts';
import { Meter } from '../../src/cli/meter.ts';
import { Output } from '../../src/terminal/output.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What a meter shows of work that takes so long for a thousand rows. */
function shown(milliseconds: number, isTTY: boolean): string {
  const stream = () => Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream;
  const stderr = stream();
  const meter = new Meter(
    new Output(stream(), stderr, { exit: process.exit, setExitCode: () => {} }),
  );
  meter.begin('reading');
  for (let row = 0; row < 1000; row++) {
    vi.advanceTimersByTime(milliseconds / 1000);
    meter.tick();
  }
  meter.end();
  return String(stderr.read() ?? '');
}

test('what takes longer than half a second says how far it is, and leaves no trace', () => {
  expect(shown(1000, true)).toMatch(/^\r\u001b\[Kreading: 512 rows.*\r\u001b\[K$/s);
});

test('what is quick says nothing, and neither does a pipe', () => {
  expect(shown(400, true)).toBe('');
  expect(shown(5000, false)).toBe('');
});

test.each([
  [{ LANG: 'C.UTF-8' }, '██████████░░░░░░░░░░'],
  [{}, '██████████░░░░░░░░░░'],
  [{ LANG: 'C' }, /^[ -~]{20}$/],
  [{ LANG: 'C.UTF-8', LC_ALL: 'POSIX' }, /^[ -~]{20}$/],
])('a bar in the locale %j has only characters of that locale', (env, expected) => {
  expect(bar(5, 10, { env })).toMatch(expected);
  expect(bar(5, 10, { env })).not.toBe(bar(6, 10, { env }));
});
