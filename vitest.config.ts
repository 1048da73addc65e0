import { defineConfig } from 'vitest/config';

const everywhere = ['src', 'demo', 'tools', 'testing', 'bench'];
const ignored = ['**/node_modules/**', '**/dist/**', '**/.data/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // one load of the modules for all files: half the processor time. A test that puts another module in place loads its own
          isolate: false,
          pool: 'threads',
          include: everywhere.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: [...ignored, '**/*.db.test.ts', '**/*.press.test.ts'],
          // a machine at four times its load is no fault
          testTimeout: 40_000,
          hookTimeout: 60_000,
        },
      },
      {
        // every paper set whole, on both presses: too long for every commit
        test: { name: 'press', include: everywhere.map((folder) => `${folder}/**/*.press.test.ts`), exclude: ignored, testTimeout: 40_000 },
      },
      {
        test: {
          name: 'db',
          include: everywhere.map((folder) => `${folder}/**/*.db.test.ts`),
          exclude: ignored,
          globalSetup: ['./testing/global-setup.ts'],
          isolate: false,
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 40_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
