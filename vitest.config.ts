import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { preval } from './scripts/preval.mjs';
import { PATIENCE, TEST_LIMIT } from './tests/support/patience.ts';

const plugins = [preval];

/** The tests that run the built program, in processes and terminals of its own. All others need no build. */
const PROGRAM = [
  'tests/{cli,e2e,hostile,program}/**/*.test.ts',
  'tests/store/survival/*.test.ts',
  'tests/store/library/together.test.ts',
  'tests/store/cache/code-cache.test.ts',
  'tests/noninterference/{processes,shells}.test.ts',
  'tests/convert/convert.test.ts',
  'tests/terminal/sink.test.ts',
];

/** The tests that need a process of their own. */
const ISOLATED = [
  // those that replace modules with `vi.mock`, a line of its own, need modules that no other file has imported
  ...readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `tests/${name.replaceAll('\\', '/')}`)
    .filter((file) => readFileSync(file, 'utf8').includes('\nvi.mock(')),
  // those that load the program once for each seeded leak fill the memory, which makes all that follows slow
  'tests/leaks/*.test.ts',
  'tests/mcp/noninterference.test.ts',
  'tests/people/leaks.test.ts',
];

const test = {
  testTimeout: TEST_LIMIT,
  hookTimeout: TEST_LIMIT,
  expect: { poll: { timeout: PATIENCE } },
  setupFiles: ['tests/support/seed.ts'],
  // Ink takes the mere presence of CI for a terminal that cannot be drawn on
  env: { CI: 'false', FORCE_COLOR: '0' },
};

export default defineConfig({
  test: {
    // one more than there are processors, as tests of the program mostly wait for it
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        plugins,
        test: {
          ...test,
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...PROGRAM, ...ISOLATED],
          // loading the modules again for each file takes longer than most of the files
          isolate: false,
        },
      },
      { plugins, test: { ...test, name: 'isolated', include: ISOLATED } },
      {
        plugins,
        test: {
          ...test,
          name: 'program',
          include: PROGRAM,
          globalSetup: ['tests/support/build.ts'],
          isolate: false,
        },
      },
    ],
  },
});
