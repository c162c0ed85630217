/** Attends clocks that ring: each kind has one thing to do, in the ledger, which may be asked to do it twice. */
import { dueClocks, nextClock } from '../db/clocks/clocks.ts';
import type { Db } from '../db/connection/connection.ts';
import { escalatePromise } from '../db/contacts/promises.ts';
import { realMillisecondsUntil } from '../db/office/clock.ts';
import type { ClockKind } from '../domain/clocks.ts';

export interface ClockDependencies {
  readonly db: Db;
  /** Tells Temporal that the round is still at work. */
  readonly alive: () => void;
}

interface ClocksOf {
  readonly officeId: string;
  readonly kind: ClockKind;
}

const RINGS: Readonly<Record<ClockKind, (db: Db, subjectId: string) => Promise<void>>> = { promise: escalatePromise };

const AT_ONCE = 100;
const ROUND_AT_MOST = 1_000;
const ALIVE_EVERY_MS = 2_000;
const LOOK_AGAIN_MS = 6 * 3_600_000;

export const clockActivities = (dependencies: ClockDependencies) => ({
  /** Everything that rings by now; the answer says when to look again (real time). */
  async attendClocks(clocks: ClocksOf): Promise<{ sleepMs: number }> {
    const telling = setInterval(dependencies.alive, ALIVE_EVERY_MS);
    try {
      return { sleepMs: await attendAll(dependencies.db, clocks) };
    } finally {
      clearInterval(telling);
    }
  },
});

async function attendAll(db: Db, { officeId, kind }: ClocksOf): Promise<number> {
  for (let attended = 0; attended < ROUND_AT_MOST;) {
    const due = await dueClocks(db, officeId, kind, AT_ONCE);
    if (due.length === 0) return untilNext(db, { officeId, kind });
    await attend(db, kind, due);
    attended += due.length;
  }
  return 100;
}

/** One that cannot be attended keeps nobody else's from being. @throws the first failure, after all the others were */
async function attend(db: Db, kind: ClockKind, due: readonly string[]): Promise<void> {
  let failure: { error: unknown } | undefined;
  for (const subjectId of due) {
    try {
      await RINGS[kind](db, subjectId);
    } catch (error) {
      failure ??= { error };
    }
  }
  if (failure) throw failure.error;
}

async function untilNext(db: Db, { officeId, kind }: ClocksOf): Promise<number> {
  const { next, officeNow, speed } = await nextClock(db, officeId, kind);
  return next === null ? LOOK_AGAIN_MS : realMillisecondsUntil(next, { officeNow, speed });
}

export type ClockActivities = ReturnType<typeof clockActivities>;
