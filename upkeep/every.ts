/** Work that comes again and again. */
import type { Found } from '../domain/upkeep.ts';
import type { Logger } from '../observability/logger.ts';
import { reasonOf } from '../relay/refusal.ts';

/** Repairs come within minutes, however long a round has taken. */
const LONGEST_PAUSE_MS = 5 * 60_000;

/** Figures that it has found, if it counts any. */
export type Work = () => Promise<Found | void>;

/** How a run went; without a reason it went well. */
export interface Ended {
  readonly tookMs: number;
  readonly reason?: string;
  readonly found?: Found;
}

/**
 * One run at a time; a failure is logged and tried again at the next turn. What takes long comes less often: its share of the time is
 * limited. What failed has only waited for somebody, and is not made to wait longer for that.
 */
export function every(
  firstMs: number,
  thenMs: number,
  work: Work,
  logger: Logger,
  failure: string,
  largestShare = 1,
  tell: (ended: Ended) => Promise<void> = () => Promise.resolve(),
): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();
  const schedule = (ms: number): void => {
    timer = setTimeout(() => {
      const began = performance.now();
      current = work()
        .then(async (found) => {
          const took = performance.now() - began;
          await tell({ tookMs: took, ...(found && { found }) });
          return Math.max(thenMs, Math.min(LONGEST_PAUSE_MS, took / largestShare - took));
        })
        .catch(async (error: unknown) => {
          const reason = reasonOf(error);
          logger.warn({ reason }, failure);
          await tell({ tookMs: performance.now() - began, reason });
          return thenMs;
        })
        .then((pauseMs) => {
          if (!stopped) schedule(pauseMs);
        });
    }, ms);
  };
  schedule(firstMs);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
