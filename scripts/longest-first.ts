/**
 * The order of the test files: the longest first, so that no core waits at the end for one long file. A fresh clone knows
 * no durations of an earlier run, and the size of a file says nothing about them.
 */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = join(import.meta.dirname, '..');

/** More than ten seconds each, as docs/minutes-of-the-tests.md has measured them; of a folder all files. */
const LONGEST = [
  'test/chaos/short.test.ts',
  // Together: a worker serves one project (vitest.config.ts), and ends when its next file is of another, with all that it has loaded.
  'test/days/',
  'test/model/transfer.test.ts',
  'test/web/console.browser.test.ts',
  'test/upkeep/reconcile.test.ts',
  'test/e2e/tour.test.ts',
  'test/server.test.ts',
  'test/scripts/start.test.ts',
  'test/upkeep/set-back.test.ts',
  'test/workflows/transfer.test.ts',
  'test/web/numbers.browser.test.ts',
  'test/web/corrections.browser.test.ts',
  'test/scripts/build.test.ts',
  'test/upkeep/liveness.test.ts',
  'test/relay/relay.test.ts',
  'test/cli/backup.test.ts',
  'test/backup/backup.test.ts',
  'test/activities/notices.test.ts',
  'test/web/desk.browser.test.ts',
  'test/scripts/embedded-postgres.test.ts',
  'test/workflows/notice-rounds.test.ts',
  'test/model/figures.test.ts',
  'test/api/overload.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = LONGEST.filter((path) => !existsSync(join(root, path)));
    if (gone.length > 0) throw new Error(`scripts/longest-first.ts names what is not there: ${gone.join(', ')}`);
    const others = await super.sort(files);
    const place = (file: TestSpecification): number => {
      const path = relative(root, file.moduleId);
      const at = LONGEST.findIndex((known) => known === path || (known.endsWith('/') && path.startsWith(known)));
      return at < 0 ? LONGEST.length : at;
    };
    return others.sort((one, other) => place(one) - place(other));
  }
}
