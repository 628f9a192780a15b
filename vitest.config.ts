import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    env: { CI: 'false', FORCE_COLOR: '0' },
  },
});
