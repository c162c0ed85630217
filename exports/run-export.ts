/** Makes the files that were asked for, one at a time, and forgets those whose days are over. */
import { workOff, type WorkingOff } from '../db/connection/work-off.ts';
import { forgetExports, withNextExport } from '../db/exported/exports.ts';
import type { Logger } from '../observability/logger.ts';
import { exportFile, type ExportDependencies } from './export-file.ts';

const POLL_MS = 2_000;
const FORGET_EVERY_MS = 60_000;

/** When stopped it leaves the file under way; the next process begins it anew. */
export type ExportRunner = WorkingOff;

export interface ExportRunnerDependencies extends ExportDependencies {
  readonly logger: Pick<Logger, 'info' | 'error'>;
  readonly pollMs?: number;
}

export function startExportRunner({ logger, pollMs = POLL_MS, ...deps }: ExportRunnerDependencies): ExportRunner {
  const { db, keyring } = deps;
  let forgotten = 0;
  const forget = async (): Promise<void> => {
    if (performance.now() - forgotten < FORGET_EVERY_MS && forgotten > 0) return;
    forgotten = performance.now();
    const count = await forgetExports(db);
    if (count > 0) logger.info({ count }, 'exports.forgotten');
  };
  return workOff({
    pollMs,
    next: async (stop) => {
      await forget();
      return withNextExport(db, keyring, async (next) => {
        logger.info({ exportId: next.id, what: next.what, format: next.format }, 'export.started');
        await exportFile(deps, next, stop);
        logger.info({ exportId: next.id, what: next.what, format: next.format }, 'export.ended');
      });
    },
    onFailure: (error) => {
      const { code, name } = error as { code?: string; name?: string };
      logger.error({ code, error: name }, 'export.failed');
    },
  });
}
