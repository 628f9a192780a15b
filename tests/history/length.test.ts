import { expect, test } from 'vitest';
import { readHistory } from '../../src/history/read.ts';

const ENTRIES = 60_000;
const PER_PIECE = 1000;

/** Long files of each kind: how one begins, each entry, and how it ends. */
const FILES: [kind: string, start: string, entry: (n: number) => string, end: string][] = [
  [
    'a table',
    'watched_at,type,title,year,season,episode\n',
    (n) => `2024-01-01,episode,Show ${n},,1,1\n`,
    '',
  ],
  ['JSON', '[{}', (n) => `,{"show":{"title":"Show ${n}"},"plays":1}`, ']'],
  [
    'XML',
    '<videodb>',
    (n) =>
      `<episodedetails><showtitle>Show ${n}</showtitle><season>1</season><episode>1</episode><playcount>1</playcount></episodedetails>`,
    '</videodb>',
  ],
  ['lines', '# mine\n', (n) => `show-${n} S01E01\n`, ''],
  ['Netflix, whose dates are looked at first', 'Title,Date\n', (n) => `Show ${n}: x,1/2/24\n`, ''],
];

test.each(FILES)('%s is read as it comes, and not kept', async (_, start, entry, end) => {
  let [given, taken, furthest] = [0, 0, 0];
  async function* pieces() {
    yield Buffer.from(start);
    while (given < ENTRIES) {
      const numbers = Array.from({ length: PER_PIECE }, (_, index) => given + index);
      given += PER_PIECE;
      furthest = Math.max(furthest, given - taken);
      yield Buffer.from(numbers.map(entry).join(''));
    }
    yield Buffer.from(end);
  }
  const read = await readHistory(pieces(), {
    add: () => {
      taken++;
    },
    isOfLibrary: () => false,
  });
  expect(read.kind).toBe('history');
  expect(taken).toBeGreaterThanOrEqual(ENTRIES);
  expect(furthest).toBeLessThan(ENTRIES / 2);
});

test('what is no history is not read to its end', async () => {
  let given = 0;
  let isClosed = false;
  async function* pieces() {
    try {
      while (given++ < 10_000) yield Buffer.from(`a,b\n${'x,y\n'.repeat(1000)}`);
    } finally {
      isClosed = true;
    }
  }
  const to = { add: () => {}, isOfLibrary: () => false };
  expect(await readHistory(pieces(), to)).toEqual({ kind: 'unknown-table' });
  expect(given).toBeLessThan(100);
  expect(isClosed).toBe(true);
});
