/** The faults themselves. A new kind of fault is a new row here, and a name in the schedule. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Month } from './month.ts';
import type { Office } from './office.ts';
import { runningPart, type Part, type Running } from './parts.ts';
import { recoveryMs } from './recovery.ts';
import type { PlannedFault } from './schedule.ts';
import type { Timeline } from './timeline.ts';

export interface Broken {
  readonly office: Office;
  readonly month: Month;
  readonly timeline: Timeline;
  readonly stop: AbortSignal;
}

const RECOVERY_PATIENCE_MS = 180_000;
const AWAY_PATIENCE_MS = 60_000;

/** One fault after the other, whether or not the office has recovered from the last one. */
export async function strikeAll(broken: Broken, schedule: readonly PlannedFault[]): Promise<void> {
  for (const { target, afterMs } of schedule) {
    await delay(afterMs, undefined, { signal: broken.stop });
    await (target === 'starter' ? loseStarter(broken) : losePart(broken, target));
  }
}

async function losePart({ office, timeline, stop }: Broken, part: Part): Promise<void> {
  const was = await killed(office, part, stop);
  const watch = { since: performance.now(), patienceMs: RECOVERY_PATIENCE_MS, stop };
  timeline.struck(part, was.pid, recoveryMs(office, { part, was }, watch));
}

/** A part that is still away since the last time is hit as soon as its next process is there. */
async function killed({ dataDir }: Office, part: Part, stop: AbortSignal): Promise<Running> {
  const deadline = performance.now() + AWAY_PATIENCE_MS;
  for (;;) {
    const found = runningPart(dataDir, part);
    if (found && killNow(found.pid)) return found;
    if (performance.now() > deadline) throw new Error(`${part} has been away for ${AWAY_PATIENCE_MS / 1000} s`);
    await delay(100, undefined, { signal: stop });
  }
}

function killNow(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false; // it went by itself in between
  }
}

/** As if the session of whoever started it had died: the player dies with it, and both are started again by hand. */
async function loseStarter({ office, month, timeline, stop }: Broken): Promise<void> {
  const watch = { since: performance.now(), patienceMs: RECOVERY_PATIENCE_MS, stop };
  const pid = office.starterPid;
  await Promise.all([office.killStarter(), month.kill()]);
  const again = office.startAgain().then(() => month.goOn());
  timeline.struck(
    'starter',
    pid,
    again.then(() => recoveryMs(office, undefined, watch)),
  );
  await again;
}
