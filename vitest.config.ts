import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    globalSetup: ['tests/support/build.ts'],
    // Ink takes the mere presence of CI for a terminal that cannot be drawn on
    env: { CI: 'false', FORCE_COLOR: '0' },
  },
});
