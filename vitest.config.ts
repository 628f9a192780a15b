import { defineConfig } from 'vitest/config';
import { preval } from './scripts/preval.mjs';

const plugins = [preval];

/** The tests that run the built program, in processes and terminals of its own. All others need no build. */
const PROGRAM = [
  'tests/{cli,e2e,hostile,program}/**/*.test.ts',
  'tests/store/survival/*.test.ts',
  'tests/store/library/together.test.ts',
  'tests/store/cache/code-cache.test.ts',
  'tests/noninterference/{processes,search,shells}.test.ts',
  'tests/convert/convert.test.ts',
  'tests/terminal/sink.test.ts',
];

const test = {
  testTimeout: 30_000,
  // Ink takes the mere presence of CI for a terminal that cannot be drawn on
  env: { CI: 'false', FORCE_COLOR: '0' },
};

export default defineConfig({
  test: {
    // Vitest's own choice leaves a processor idle, which of two is half of them
    maxWorkers: 2,
    projects: [
      {
        plugins,
        test: { ...test, name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: PROGRAM },
      },
      {
        plugins,
        test: {
          ...test,
          name: 'program',
          include: PROGRAM,
          globalSetup: ['tests/support/build.ts'],
        },
      },
    ],
  },
});
