import fs, { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { expect, test } from 'vitest';
import { draw } from '../../src/reader/draw.ts';
import { BINDINGS } from '../../src/reader/keys.ts';
import type { KeyPress } from '../../src/reader/message.ts';
import { reduce } from '../../src/reader/reduce.ts';
import type { ReaderState } from '../../src/reader/state.ts';
import { readerOn } from '../support/reader.ts';

const BODY = `# One

Roses, :spoiler[and a knife]{after=S01E05 label="What else"}.

${'Filler.\n\n'.repeat(30)}

# Two

||The end.||`;

const KEYS = [...new Set(BINDINGS.flatMap(({ keys }): readonly string[] => keys)), 'e', '7'];

/** Ways to each kind of screen. */
const WAYS: readonly (readonly string[])[] = [
  [],
  ['enter'],
  ['t'],
  ['/', 'r'],
  ['/', 'r', 'o', 's', 'e', 'enter'],
  ['?'],
  ['l'],
  ['l', '/', 'o'],
  ['l', 'escape', 'l', 'escape'],
  ['f', 'r', 'o', 's', 'e'],
  ['f', 'r', 'o', 's', 'e', 'enter'],
  ['s'],
];

/** Makes every function of the file system throw. Returns what mends it. */
function breakFileSystem(): () => void {
  const originals = new Map<string, unknown>();
  for (const name of Object.keys(fs)) {
    const value: unknown = Reflect.get(fs, name);
    if (typeof value !== 'function') continue;
    originals.set(name, value);
    Reflect.set(fs, name, () => {
      throw new Error(`fs.${name} was called`);
    });
  }
  syncBuiltinESMExports();
  return () => {
    for (const [name, value] of originals) Reflect.set(fs, name, value);
    syncBuiltinESMExports();
  };
}

test('no key and no drawing touches a file, on any screen', async () => {
  const states: ReaderState[] = [];
  for (const way of WAYS) {
    const reader = await readerOn(BODY, 2);
    await reader.press(...way);
    states.push(reader.state);
  }
  const kinds = new Set(states.map(({ screen }) => screen.kind));
  expect(kinds).toEqual(new Set(['document', 'show', 'find']));
  const mend = breakFileSystem();
  try {
    expect(() => readFileSync('package.json')).toThrow('fs.readFileSync was called');
    for (const state of states) {
      for (const key of KEYS) {
        const press: KeyPress = { key, at: state.lastKeyAt + 1000, isAlone: true };
        const step = reduce(state, { type: 'key', ...press });
        draw(step.state);
        draw(reduce(step.state, { type: 'resize', size: { columns: 50, rows: 12 } }).state);
      }
    }
  } finally {
    mend();
  }
});

test('the same message on the same state gives the same step', async () => {
  const reader = await readerOn(BODY, 2);
  const { state } = reader;
  for (const key of KEYS) {
    const message = { type: 'key', key, at: 5000, isAlone: true } as const;
    const [one, other] = [reduce(state, message), reduce(state, message)];
    expect(other.effects).toEqual(one.effects);
    expect(draw(other.state)).toEqual(draw(one.state));
  }
});
