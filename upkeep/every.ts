/** Work that comes again and again. */
import type { Logger } from '../observability/logger.ts';
import { reasonOf } from '../relay/refusal.ts';

/** Repairs come within minutes, however long a round has taken. */
const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * One run at a time; a failure is logged and tried again at the next turn. What takes long comes less often: its share of the time is
 * limited. What failed has only waited for somebody, and is not made to wait longer for that.
 */
export function every(
  firstMs: number,
  thenMs: number,
  work: () => Promise<void>,
  logger: Logger,
  failure: string,
  largestShare = 1,
): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();
  const schedule = (ms: number): void => {
    timer = setTimeout(() => {
      const began = performance.now();
      current = work()
        .then(() => {
          const took = performance.now() - began;
          return Math.max(thenMs, Math.min(LONGEST_PAUSE_MS, took / largestShare - took));
        })
        .catch((error: unknown) => {
          logger.warn({ reason: reasonOf(error) }, failure);
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
