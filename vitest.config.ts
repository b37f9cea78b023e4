import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two cores: more workers only wait for each other, and browsers are heavy.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{unit,content}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // Builds the kits once; every file opens the same editions.
          globalSetup: 'tests/e2e/editions.ts',
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'hard',
          // Minutes long: `npm run test:hard`, before a release and in the nightly run.
          include: ['tests/{hard,visual}/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // Their times are part of what they measure.
          fileParallelism: false,
        },
      },
    ],
  },
})
