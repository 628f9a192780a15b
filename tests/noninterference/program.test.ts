import { rmSync } from 'node:fs';
import { Command, Option } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { commandTree, runHere } from '../support/in-process.ts';
import type { Pair } from '../support/pairs.ts';
import { commandLines, EXCEPTIONS, linesOf, Unplaced } from './cases.ts';
import { filesOf, homesOf, type Observation, recapsSettled, samplePairs } from './homes.ts';

/** Every command with every option, in this process: `npm run test:soak` takes more pairs for each. */
const PAIRS = process.env.RECAP_SOAK ? 200 : 1;

/** Several, so that commands with several command lines meet more than one. */
const sample = samplePairs(Math.max(PAIRS, 4));
const lines = await commandLines(commandTree());
let compared = 0;
let run = 0;
let shown = 0;

async function observe(home: string, args: readonly string[]): Promise<Observation> {
  const env = { RECAP_OFFLINE: '1', TZ: 'UTC' };
  const { stdout, stderr, code } = await runHere(home, args, env);
  const anywhere = (text: string) => text.replaceAll(home, 'HOME');
  return { stdout: anywhere(stdout), stderr: anywhere(stderr), code, files: filesOf(home) };
}

/** Runs a command line twice, cold and with an index, in both homes of a pair. */
async function observePair(
  homes: readonly string[],
  { episodes }: Pair,
  args: readonly string[],
): Promise<Observation[][]> {
  const seen: Observation[][] = [];
  for (const home of homes) {
    process.chdir(home);
    // an author looks at the reader's place
    const place = episodes === 0 ? 'none' : `S01E${episodes}`;
    const line = args.map((word) => (args[0] === 'preview' && word === 'S01E01' ? place : word));
    const cold = await observe(home, line);
    // what the first run has written is a recap too
    await recapsSettled([home]);
    seen.push([cold, await observe(home, line)]);
  }
  return seen;
}

const here = process.cwd();
afterEach(() => process.chdir(here));

/** Pairs and their homes, made ahead: the index does not trust files that have only just changed. */
const ahead: { readonly pair: Pair; readonly homes: readonly string[] }[][] = [];
let made = 0;
function prepare(): void {
  const pairs = Array.from({ length: PAIRS }, () => sample[made++ % sample.length]);
  ahead.push(pairs.flatMap((pair) => (pair ? [{ pair, homes: homesOf(pair) }] : [])));
}
function remove(homes: readonly string[]): void {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
}

beforeAll(() => {
  expect(new Set(sample.map(({ bodies: [body] }) => body)).size).toBe(sample.length);
  prepare();
});
afterAll(() => {
  remove(ahead.flat().flatMap(({ homes }) => homes));
  process.stdout.write(
    `\nnoninterference of the program: ${lines.length} command lines, ${PAIRS} pairs each, ${compared} comparisons\n`,
  );
});

describe('whatever the gated text, stdout, stderr, exit code and files are the same', () => {
  test.each(lines.map((line) => [line.join(' '), line] as const))('recap %s', async (_, args) => {
    prepare();
    const all = ahead.shift() ?? [];
    expect(all).toHaveLength(PAIRS);
    try {
      await recapsSettled(all.flatMap(({ homes }) => homes));
      let isShown = false;
      for (const { pair, homes } of all) {
        const [one, other] = await observePair(homes, pair, args);
        expect(other).toEqual(one);
        compared++;
        isShown ||= one?.some(({ stdout }) => stdout !== '') ?? false;
      }
      run++;
      if (isShown) shown++;
    } finally {
      remove(all.flatMap(({ homes }) => homes));
    }
  });
});

describe('the suite follows the program', () => {
  test('every command has command lines, or is left out for a reason', () => {
    for (const { name } of COMMANDS) {
      const isTested = lines.some(([first]) => first === name);
      expect(isTested || name in EXCEPTIONS, name).toBe(true);
    }
  });

  test('no exception is left of what is gone', async () => {
    const tree = commandTree();
    for (const exception of Object.keys(EXCEPTIONS)) {
      const [name = '', option] = exception.split(' ');
      const command = await tree.load(name);
      expect(command, exception).toBeDefined();
      if (option) expect(command?.options.map(({ long }) => long)).toContain(option);
    }
  });

  test('a new argument or option without a place fails', () => {
    const withArgument = new Command('later').argument('<planet>');
    expect(() => linesOf(withArgument)).toThrow(Unplaced);
    const withOption = new Command('later').addOption(new Option('--moon <moon>'));
    expect(() => linesOf(withOption)).toThrow(Unplaced);
  });

  test('most command lines show something', () => {
    expect(shown / run).toBeGreaterThan(0.4);
  });
});
