/** Work that comes again and again. */
import type { Found } from '../domain/upkeep.ts';
import type { Logger } from '../observability/logger.ts';
import { reasonOf } from '../relay/refusal.ts';

/** Repairs come within minutes, however long a round has taken. */
const LONGEST_PAUSE_MS = 5 * 60_000;

/** Figures that it has found, if it counts any. */
export type Work = () => Promise<Found | void>;

export interface Round {
  readonly firstMs: number;
  readonly thenMs: number;
  readonly work: Work;
  /** What the log says when it fails. */
  readonly failure: string;
  /** What takes long comes less often, so that it has no more of the time than this. */
  readonly largestShare?: number;
  /** There is more to do, by what it has found: it comes again at its usual pace, however long it took. */
  readonly wantsMore?: (found: Found) => boolean;
}

/** How a run went; without a reason it went well. */
export interface Ended {
  readonly tookMs: number;
  readonly reason?: string;
  readonly found?: Found;
}

/** One run at a time. What failed has only waited for somebody, is logged, and is not made to wait longer for that. */
export function every(
  round: Round,
  logger: Logger,
  tell: (ended: Ended) => Promise<void> = () => Promise.resolve(),
): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();
  const schedule = (ms: number): void => {
    timer = setTimeout(() => {
      current = runOf(round.work).then(async (ended) => {
        if (ended.reason !== undefined) logger.warn({ reason: ended.reason }, round.failure);
        await tell(ended);
        if (!stopped) schedule(pauseAfter(round, ended));
      });
    }, ms);
  };
  schedule(round.firstMs);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}

async function runOf(work: Work): Promise<Ended> {
  const began = performance.now();
  try {
    const found = await work();
    return { tookMs: performance.now() - began, ...(found && { found }) };
  } catch (error) {
    return { tookMs: performance.now() - began, reason: reasonOf(error) };
  }
}

function pauseAfter({ thenMs, largestShare = 1, wantsMore }: Round, { tookMs, reason, found }: Ended): number {
  if (reason !== undefined || (found && wantsMore?.(found))) return thenMs;
  return Math.max(thenMs, Math.min(LONGEST_PAUSE_MS, tookMs / largestShare - tookMs));
}
