import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // Models are loaded in a test's first reading: on a busy machine of two cores that takes its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
