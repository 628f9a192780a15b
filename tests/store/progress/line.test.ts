import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type LogEntry, readLine, writeLine } from '../../../src/store/progress/line.ts';
import { crc32 } from '../../../src/text/crc32.ts';
import { anyEntry } from '../../support/progress-entries.ts';

const ENTRY: LogEntry = {
  show: 'tiny-pretty-things',
  epoch: 0,
  through: 'S01E04',
  from: 'S01E03',
  isUndo: false,
  at: '2026-01-02T03:04:05.000Z',
};
const LINE = writeLine(ENTRY);

/** A line with a sum that fits, whatever it says. */
function sealed(bare: string): string {
  return `${bare.slice(0, -1)},"sum":"${crc32(bare).toString(16).padStart(8, '0')}"}`;
}

test('a line is what the format says', () => {
  expect(LINE).toBe(
    '{"v":1,"show":"tiny-pretty-things","epoch":0,"through":"S01E04","from":"S01E03",' +
      '"at":"2026-01-02T03:04:05.000Z","sum":"c3c1bb49"}',
  );
});

test('the sum is the CRC-32 of everyone else: its check value', () => {
  expect(crc32('123456789')).toBe(0xcbf43926);
});

test('what is written is read, whatever the show is called', () => {
  fc.assert(
    fc.property(anyEntry(fc.string({ unit: 'binary' })), (entry) => {
      const line = writeLine(entry);
      expect(line).not.toMatch(/[\n\r]/);
      expect(readLine(line)).toEqual(entry);
    }),
  );
});

describe('a line that is not ours is skipped', () => {
  const bare = '{"v":1,"show":"x","epoch":0,"through":"S01E01","at":"2026-01-02T03:04:05Z"}';
  it.each([
    ['the start of a line', LINE.slice(0, 60), 'torn'],
    ['the end of a line', LINE.slice(60), 'torn'],
    ['two lines run together', LINE + LINE, 'torn'],
    ['zeros that a power cut left', '\0'.repeat(80), 'torn'],
    ['words', 'watched it all', 'torn'],
    ['a later version', '{"v":2,"shows":[]}', 'newer'],
    ['a later version with a sum', sealed('{"v":99,"show":"x"}'), 'newer'],
    ['no version', '{"show":"x"}', 'foreign'],
    ['a version that is a word', '{"v":"1"}', 'foreign'],
    ['version 0', '{"v":0}', 'foreign'],
    ['not an object', '[1]', 'foreign'],
    ['null', 'null', 'foreign'],
    ['no sum', bare, 'foreign'],
    ['edited by hand', LINE.replace('S01E04', 'S01E07'), 'foreign'],
    ['a sum that is not last', LINE.replace(/("at":"[^"]*"),("sum":"[^"]*")/, '$2,$1'), 'foreign'],
    ['a sum in capitals', LINE.replace('c3c1bb49', 'C3C1BB49'), 'foreign'],
    ['no show', sealed(bare.replace('"show":"x",', '')), 'foreign'],
    ['a show that is a number', sealed(bare.replace('"x"', '1')), 'foreign'],
    ['no place', sealed(bare.replace('"through":"S01E01",', '')), 'foreign'],
    ['a place that is no episode', sealed(bare.replace('S01E01', 'all')), 'foreign'],
    ['an epoch below 0', sealed(bare.replace('"epoch":0', '"epoch":-1')), 'foreign'],
    ['half an epoch', sealed(bare.replace('"epoch":0', '"epoch":0.5')), 'foreign'],
    ['an epoch past counting', sealed(bare.replace('"epoch":0', '"epoch":1e300')), 'foreign'],
    ['an undo that is a word', sealed(bare.replace('"v":1', '"v":1,"undo":"yes"')), 'foreign'],
    ['a place left that is no episode', sealed(bare.replace('"v":1', '"v":1,"from":1')), 'foreign'],
  ])('%s', (_, line, unread) => {
    expect(readLine(line)).toBe(unread);
  });

  it('but one with more fields, or without the place left, is read', () => {
    expect(readLine(sealed(bare.replace('"v":1', '"v":1,"mood":"good","__proto__":{}')))).toEqual({
      show: 'x',
      epoch: 0,
      through: 'S01E01',
      from: null,
      isUndo: false,
      at: '2026-01-02T03:04:05Z',
    });
  });
});
