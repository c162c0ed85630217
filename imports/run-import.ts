/** Works off waiting imports, one at a time. */
import type { Db } from '../db/connection/connection.ts';
import { workOff, type WorkingOff } from '../db/connection/work-off.ts';
import { withNextImport } from '../db/imported/files.ts';
import type { Keyring } from '../db/connection/sealing.ts';
import type { Logger } from '../observability/logger.ts';
import { importFile } from './import-file.ts';
import type { FileColumns } from './rows/job.ts';

const POLL_MS = 1_000;

/** When stopped it ends after the batch under way. */
export type ImportRunner = WorkingOff;

export interface ImportRunnerDependencies {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly logger: Pick<Logger, 'info' | 'error'>;
  readonly pollMs?: number;
  /** What other programs call our columns. */
  readonly fileColumns?: FileColumns | undefined;
}

export function startImportRunner({
  db,
  keyring,
  logger,
  pollMs = POLL_MS,
  fileColumns = {},
}: ImportRunnerDependencies): ImportRunner {
  return workOff({
    pollMs,
    next: (stop) =>
      withNextImport(db, async (next) => {
        logger.info({ importId: next.id, kind: next.kind }, 'import.started');
        await importFile(db, keyring, next, { stop, fileColumns });
        logger.info({ importId: next.id, kind: next.kind }, 'import.ended');
      }),
    onFailure: (error) => {
      const { code, name } = error as { code?: string; name?: string };
      logger.error({ code, error: name }, 'import.failed');
    },
  });
}
