import { defineConfig } from 'vitest/config'

const shared = { testTimeout: 20_000, hookTimeout: 60_000 }

/** `quick` needs no browser and runs in `npm run check`; `journeys` drive a real Chromium, and kill, a real server process. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'quick',
          sequence: { groupOrder: 1 },
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**', 'test/faults/**'],
          maxWorkers: 2,
          // No test changes a module: loading all of them anew for every file would take longer than the tests.
          isolate: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          sequence: { groupOrder: 2 },
          globalSetup: ['test/support/shared-models.ts'],
          include: ['test/journeys/**/*.test.ts', 'test/faults/**/*.test.ts'],
          testTimeout: 120_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
    ],
  },
})
