/** Works off waiting imports, one at a time; wakes when one is created here, and looks for others now and then. */
import type { Db } from '../db/connection/connection.ts';
import { withNextImport } from '../db/imported/files.ts';
import type { Keyring } from '../db/connection/sealing.ts';
import type { Logger } from '../observability/logger.ts';
import { importFile } from './import-file.ts';

const POLL_MS = 1_000;
const AFTER_FAILURE_MS = 5_000;

export interface ImportRunner {
  /** Something was created: do not wait for the next look. */
  wake(): void;
  /** Ends after the batch under way; the rest goes on at the next start. */
  stop(): Promise<void>;
}

export interface ImportRunnerDependencies {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly logger: Pick<Logger, 'info' | 'error'>;
  readonly pollMs?: number;
}

export function startImportRunner({ db, keyring, logger, pollMs = POLL_MS }: ImportRunnerDependencies): ImportRunner {
  const stopping = new AbortController();
  let wakeUp: () => void = () => undefined;
  let isCalled = false;
  const running = loop();

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      const wait = await workOnce();
      if (wait > 0 && !isCalled) await pause(wait);
      isCalled = false;
    }
  }

  /** How long to wait before the next look. */
  async function workOnce(): Promise<number> {
    try {
      const found = await withNextImport(db, async (next) => {
        logger.info({ importId: next.id, kind: next.kind }, 'import.started');
        await importFile(db, keyring, next, stopping.signal);
        logger.info({ importId: next.id, kind: next.kind }, 'import.ended');
      });
      return found ? 0 : pollMs;
    } catch (error) {
      const { code, name } = error as { code?: string; name?: string };
      logger.error({ code, error: name }, 'import.failed');
      return AFTER_FAILURE_MS;
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stopping.signal.aborted) wakeUp();
    });
  }

  return {
    wake() {
      isCalled = true;
      wakeUp();
    },
    async stop() {
      stopping.abort();
      wakeUp();
      await running;
    },
  };
}
