import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';

/** They put something else in the place of a module: a worker that has loaded the module before would not notice. */
const ALONE = ['test/model/transfer.test.ts'];

/** Every page in a real browser: `npm run e2e`. A day of each role stands in test/days/, and runs with all others. */
const PAGES = ['test/web/**/*.browser.test.ts'];
const DAYS = ['test/days/**/*.browser.test.ts'];

const common = {
  pool: 'forks',
  // Two files at a time beside PostgreSQL and Temporal is what two cores bear without starving a timer.
  maxWorkers: 2,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  teardownTimeout: 30_000,
  // A page that is asked beside another file and two servers may need more than the second that is the default.
  expect: { poll: { timeout: 15_000 } },
} as const;

export default defineConfig({
  test: {
    // Of the whole run: one PostgreSQL and one Temporal server for both projects.
    globalSetup: ['test/support/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...common,
          name: 'tests',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx', 'bench/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...ALONE, ...PAGES, ...DAYS],
          // A worker loads what files share once, not once for each of them: a minute of two cores.
          isolate: false,
        },
      },
      { test: { ...common, name: 'alone', include: ALONE } },
      { test: { ...common, name: 'days', include: DAYS, isolate: false } },
      { test: { ...common, name: 'pages', include: PAGES, isolate: false } },
    ],
  },
});
