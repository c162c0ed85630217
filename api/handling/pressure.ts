import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
import type { ConnectionQueue } from '../../db/connection/queue.ts';

/** What this process has to bear at the moment. */
export interface Pressure {
  /** How many wait for a connection to the database. */
  waitingForConnection(): number;
  /** How many milliseconds the one has waited who waits for it longest. */
  waitedForConnectionMs(): number;
  /** Milliseconds until the event loop comes to somebody new. */
  loopDelayMs(): number;
}

const RESOLUTION_MS = 20;
const WINDOW_MS = 1_000;

/** Watches this process. Two seconds in a row count, because one long garbage collection, or a start, is no overload. */
export function watchPressure(queue: Pick<ConnectionQueue, 'waitingCount' | 'waitedMs'>): Pressure & { stop(): void } {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let latest = 0;
  let before = 0;
  delays.enable();
  const window = setInterval(() => {
    before = latest;
    latest = turnOfNewcomer(delays) - RESOLUTION_MS;
    delays.reset();
  }, WINDOW_MS).unref();
  return {
    waitingForConnection: () => queue.waitingCount,
    waitedForConnectionMs: () => Math.round(queue.waitedMs()),
    loopDelayMs: () => Math.max(0, Math.round(Math.min(latest, before))),
    stop() {
      clearInterval(window);
      delays.disable();
    },
  };
}

/** How long the turn of the loop lasts that somebody falls into who comes at any moment: long turns catch more of them. */
function turnOfNewcomer({ count, mean, stddev }: IntervalHistogram): number {
  return count === 0 ? RESOLUTION_MS : (mean + stddev ** 2 / mean) / 1e6;
}
