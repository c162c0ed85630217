/** Keeps a worker of Temporal's at work: one that ends by itself is followed by another, as soon as Temporal serves us again. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../observability/logger.ts';
import { reasonOf } from '../relay/refusal.ts';

/** As much of the SDK's worker as is needed here. */
export interface Follower {
  /** Rejected when it cannot go on, as when its namespace is gone. */
  run(): Promise<void>;
  getState(): string;
  shutdown(): void;
}

export interface Following {
  /** What must be true before anything is taken up. @throws while Temporal is away, or refuses us */
  readonly ready: () => Promise<void>;
  readonly create: () => Promise<Follower>;
  readonly logger: Logger;
}

const PAUSE_MS = 1_000;
/** Of the failures in a row one in so many is told. */
const TOLD = 10;

/**
 * The process lives on whatever Temporal says: upkeep and relay are at work in it. A worker that has failed is not begun anew before Temporal
 * serves us, because the SDK does not quite let go of it.
 */
export function keepFollowing(
  { ready, create, logger }: Following,
  pauseMs = PAUSE_MS,
): { begun: Promise<void>; stop(): Promise<void> } {
  const stopping = new AbortController();
  let worker: Follower | undefined;
  let begun = (): void => undefined;
  const first = new Promise<void>((resolve) => (begun = resolve));
  const running = (async () => {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      try {
        await ready();
        worker = await create();
        if (stopping.signal.aborted) return;
        begun();
        failures = -1;
        await worker.run();
      } catch (error) {
        if (worker) logger.error({ reason: reasonOf(error) }, 'worker.run.failed');
        else if (failures % TOLD === 0) logger.warn({ reason: reasonOf(error) }, 'worker.not.begun');
      }
      worker = undefined;
      await delay(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    begun: first,
    async stop() {
      stopping.abort();
      if (worker?.getState() === 'RUNNING') worker.shutdown();
      await running;
    },
  };
}
