import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { QUIET_TIME, READING_TIME } from '../../src/reader/deliberate.ts';
import { type Input, InputParser } from '../../src/reader/input/input-parser.ts';
import { readInput, type TimedInput } from '../../src/reader/input/read-input.ts';
import { reduce } from '../../src/reader/reduce.ts';
import type { ReaderState } from '../../src/reader/state.ts';
import { type ReaderRun, readerOn } from '../support/reader.ts';

const BODY = 'Public. :spoiler[SECRETWORD]{after=S01E05}';

async function asked(): Promise<ReaderRun> {
  const reader = await readerOn(BODY, 1);
  await reader.press('enter');
  expect(reader.screen()).toContain('Have you watched');
  return reader;
}

const placeOf = ({ state }: ReaderRun) => state.progress.get('a-show')?.through;

describe('an answer', () => {
  test('that a person gives opens', async () => {
    const reader = await asked();
    await reader.press('y');
    expect(placeOf(reader)).toBe('S01E05');
    expect(reader.screen()).toContain('SECRETWORD');
  });

  test.each(['y', 'p'])('%s does not count before the question can have been read', async (key) => {
    const reader = await asked();
    const at = reader.state.lastKeyAt;
    for (const after of [0, 5, READING_TIME - 1]) {
      await reader.send({ type: 'key', key, at: at + after, isAlone: true });
      expect(reader.screen()).toContain('Have you watched');
    }
    await reader.send({ type: 'key', key, at: at + READING_TIME, isAlone: true });
    expect(reader.screen()).toContain('SECRETWORD');
  });

  test.each(['y', 'p'])('%s does not count among other input', async (key) => {
    const reader = await asked();
    await reader.send({ type: 'key', key, at: 99_999, isAlone: false });
    expect(reader.screen()).toContain('Have you watched');
    expect(reader.screen()).not.toContain('SECRETWORD');
  });

  test('does not count if something follows it at once', async () => {
    const reader = await asked();
    const { state, effects } = reduce(reader.state, {
      type: 'key',
      key: 'y',
      at: 99_999,
      isAlone: true,
    });
    const [wait] = effects;
    if (wait?.type !== 'wait') throw new Error('the answer is not waited for');
    expect(wait.milliseconds).toBe(QUIET_TIME);
    for (const next of ['e', 'x', 'y'] as const) {
      const after = reduce(state, { type: 'key', key: next, at: 100_000, isAlone: false });
      expect(reduce(after.state, wait.message).effects).toEqual([]);
    }
    for (const other of [{ type: 'paste', text: 'x' }, { type: 'unknown-input' }] as const) {
      const after = reduce(state, other);
      expect(reduce(after.state, wait.message).effects).toEqual([]);
    }
    expect(reduce(state, wait.message).effects).toMatchObject([{ type: 'confirm' }]);
  });

  test('a paste is none, and goes into no question', async () => {
    for (const text of ['y', 'p', '\ny', 'They', 'a kid\nThe boy']) {
      const reader = await asked();
      await reader.send({ type: 'paste', text });
      expect(reader.screen()).toContain('Have you watched');
      expect(placeOf(reader)).toBe('S01E01');
    }
  });
});

describe('pastes', () => {
  test('go into the fields alone, as one line', async () => {
    const reader = await readerOn(BODY, 1);
    await reader.send({ type: 'paste', text: '/q\nl\ty' });
    expect(reader.screen()).toContain('Public.');
    await reader.press('/');
    await reader.send({ type: 'paste', text: '  Public\r\n\x1b[31mword\x07 ' });
    expect(reader.screen()).toMatch(/\/Public (?:\[31m)?word/);
    await reader.press('escape', 'f');
    await reader.send({ type: 'paste', text: 'y\nq' });
    expect(reader.screen()).toContain('Find: y q');
    await reader.press('escape', 'l', '/');
    await reader.send({ type: 'paste', text: 'Another' });
    expect(reader.screen()).toContain('Filter: Another');
    expect(reader.hasEnded).toBe(false);
  });

  test('into a list that is not being filtered, nothing', async () => {
    const reader = await readerOn(BODY, 1);
    await reader.press('l');
    const before = reader.screen();
    await reader.send({ type: 'paste', text: 'sq\ny' });
    expect(reader.screen()).toBe(before);
  });
});

/** What somebody types is one key at a time; everything else that can arrive is this. */
const parts = fc.constantFrom(
  'y',
  'p',
  '\r',
  'yes',
  'They\r',
  '\x1b[M y(',
  '\x1b[M p(',
  '\x1b[<0;89;12M',
  '\x1b[97;10;10M',
  '\x1b[I',
  '\x1b[O',
  '\x1b[200~y\ry\x1b[201~',
  '\x1b[200~',
  '\x1b[201~',
  '\x1bP>|kitty\x1b\\',
  '\x1b]11;rgb:yy/pp/00\x07',
  '\x1by',
  '\x9bM y(',
  'w',
  'W',
  '\t',
  '\x1b',
  'U',
  '\x12',
);

/** Hands bytes over as a terminal would: `pause` milliseconds after the last ones. */
class Keyboard {
  #at = 100_000;
  readonly #parser = new InputParser();

  read(text: string, pause: number): TimedInput[] {
    this.#at += pause;
    const inputs: Input[] = [];
    if (pause > 60) inputs.push(...this.#parser.endEscape());
    inputs.push(...this.#parser.push(Buffer.from(text, 'latin1')));
    const isAlone = pause >= QUIET_TIME && inputs.length === 1;
    return inputs.map((input) => ({ input, at: this.#at, isAlone }));
  }
}

test('property: nothing but the key of an answer answers', async () => {
  const reads = fc.array(
    fc.record({ text: parts, pause: fc.constantFrom(0, 1, 5, 39, 45, 100, 290, 310, 2000) }),
    { minLength: 1, maxLength: 12 },
  );
  const start = (await readerOn(BODY, 1)).state;
  fc.assert(
    fc.property(reads, (all) => {
      const keyboard = new Keyboard();
      let state: ReaderState = start;
      for (const [index, { text, pause }] of all.entries()) {
        const isQuiet = pause >= QUIET_TIME && (all[index + 1]?.pause ?? 9999) >= QUIET_TIME;
        const inputs = keyboard.read(text, pause);
        if (inputs.length === 0) state = reduce(state, { type: 'unknown-input' }).state;
        for (const { input, at, isAlone } of inputs) {
          const step = reduce(
            state,
            input.kind === 'key'
              ? { type: 'key', key: input.key, at, isAlone }
              : { type: 'paste', text: input.text },
          );
          state = step.state;
          const opening = step.effects.filter(({ type }) => {
            return type === 'confirm' || type === 'set-place' || type === 'refresh';
          });
          expect(opening).toEqual([]);
        }
        if (!state.answer || (all[index + 1]?.pause ?? 9999) < QUIET_TIME) continue;
        // the answer would be carried out now; how far somebody has watched is answered by Enter
        const isKey = state.answer.kind === 'place' ? text === '\r' : text === 'y' || text === 'p';
        expect(isKey && isQuiet, JSON.stringify(all.slice(0, index + 1))).toBe(true);
        state = { ...state, answer: null, question: null };
      }
    }),
    { numRuns: process.env.RECAP_SOAK ? 50_000 : 5_000 },
  );
});

describe('what is read from a terminal', () => {
  function stream() {
    const listeners: ((bytes: Buffer) => void)[] = [];
    const got: TimedInput[] = [];
    const stop = readInput(
      {
        on: (_, listener) => listeners.push(listener),
        off: (_, listener) => listeners.splice(listeners.indexOf(listener), 1),
      },
      QUIET_TIME,
      (inputs) => got.push(...inputs),
    );
    const send = (text: string) => {
      for (const listener of listeners) listener(Buffer.from(text, 'latin1'));
    };
    return { send, got, stop, listeners };
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is alone only after a pause, and by itself', () => {
    const { send, got, stop, listeners } = stream();
    send('y');
    send('y');
    vi.advanceTimersByTime(QUIET_TIME);
    send('yy');
    vi.advanceTimersByTime(QUIET_TIME);
    send('\x1b[I');
    send('y');
    expect(got.map(({ isAlone }) => isAlone)).toEqual([true, false, false, false, false]);
    stop();
    expect(listeners).toEqual([]);
  });

  test('an ESC that nothing follows is the key', () => {
    const { send, got, stop } = stream();
    send('\x1b');
    expect(got).toEqual([]);
    vi.runAllTimers();
    expect(got).toMatchObject([{ input: { kind: 'key', key: 'escape' } }]);
    stop();
  });
});
