/** A message as it is told: office instants become the milliseconds that are left as it leaves. */
import type { WaitingMessage } from '../db/ledger/outbox.ts';
import { realMillisecondsUntil } from '../db/office/clock.ts';
import type { FactNudge, WaitingNudge } from '../domain/facts/nudge.ts';

type Message = Pick<WaitingMessage, 'payload' | 'officeNow' | 'speed'>;

export function nudgeOf({ payload, officeNow, speed }: Message): FactNudge {
  const waiting = payload as WaitingNudge | NudgeBefore;
  if (isBefore(waiting)) return lookInstead(waiting);
  const { alarmAt, ...nudge } = waiting;
  return alarmAt === undefined
    ? nudge
    : { ...nudge, sleepMs: realMillisecondsUntil(new Date(alarmAt), { officeNow, speed }) };
}

/** As the release before wrote it: one step closed, and nothing said of what is open. */
interface NudgeBefore extends Omit<WaitingNudge, 'closes'> {
  readonly closes: { readonly ordinal: number; readonly outcome: string };
}

const isBefore = (nudge: WaitingNudge | NudgeBefore): nudge is NudgeBefore =>
  nudge.closes !== undefined && !Array.isArray(nudge.closes);

function lookInstead({ factSeq, kind, ends, starts }: NudgeBefore): FactNudge {
  return { factSeq, kind, rearms: true, ...(ends && { ends }), ...(starts && { starts }) };
}
