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

/** The tests that replace modules with `vi.mock`, which needs modules that no other file has imported. */
const MOCKED = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `tests/${name.replaceAll('\\', '/')}`)
  .filter((file) => readFileSync(file, 'utf8').includes('\nvi.mock('));

const test = {
  testTimeout: TEST_LIMIT,
  hookTimeout: TEST_LIMIT,
  expect: { poll: { timeout: PATIENCE } },
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
          exclude: [...PROGRAM, ...MOCKED],
          // loading the modules again for each file takes longer than most of the files
          isolate: false,
        },
      },
      { plugins, test: { ...test, name: 'mocked', include: MOCKED } },
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
