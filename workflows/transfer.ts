import { condition, continueAsNew, proxyLocalActivities, setCurrentDetails } from '@temporalio/workflow';
import type { LedgerActivities, Look, LookAnswer } from '../activities/ledger.ts';
import type { Closing } from '../domain/facts/closings.ts';
import type { ClosedStep, StandingStep } from '../domain/facts/nudge.ts';
import type { Procedures } from '../domain/procedures/index.ts';
import { Walker } from '../domain/procedures/walk.ts';
import { Alarm } from './alarm.ts';
import { receiveFacts } from './fact-inbox.ts';
import type { TransferRef } from './messages.ts';

// A short transaction on our own database; while it is down it is tried again until it is back.
const ledger = proxyLocalActivities<LedgerActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { maximumInterval: '10 seconds' },
});

/** Follows one transfer for months, along the text of its procedure; ends with how it ended. */
export const followTransfer = (procedures: Procedures) =>
  async function transfer({ transferId, procedure }: TransferRef): Promise<Closing> {
    const facts = receiveFacts();
    const walker = new Walker(procedures.of(procedure));
    const alarm = new Alarm();
    // What began the run may have come with it.
    await Promise.resolve();
    for (;;) {
      const { closes, opens, sleepMs, mustLook } = facts.take();
      const isLost = !takeIn(walker, closes);
      const closing = facts.ending() ?? walker.position.closing;
      if (closing) return closing;
      if (opens) show(opens);
      if (sleepMs !== undefined) alarm.arm(sleepMs);
      if (isLost || mustLook || alarm.isOff || isElsewhere(walker, opens)) {
        const ended = await lookAtLedger(isLost);
        if (ended) return ended;
      }
      await condition(() => !facts.isEmpty() || alarm.isOff);
    }

    /** Raises what is due, and takes what the run lacks. @returns how the transfer has ended */
    async function lookAtLedger(isLost: boolean): Promise<Closing | null> {
      const { step, ordinal, attempt } = walker.position.open!;
      const request: Look = { transferId, ordinal, step, attempt, ...(isLost && { isLost }) };
      const answer = await ledger.look(request);
      if (answer.closing) return answer.closing;
      if (answer.differs) await beginAnew();
      facts.caughtUpTo(answer.factSeq);
      if (!takeIn(walker, closedIn(answer))) {
        await ledger.look({ ...request, isLost: true });
        await beginAnew();
      }
      if (answer.open) show(answer.open);
      if (answer.sleepMs !== null) alarm.arm(answer.sleepMs);
      return walker.position.closing;
    }

    /** The ledger is right: another run walks over what it holds. */
    function beginAnew(): Promise<never> {
      return continueAsNew<typeof transfer>({ transferId, procedure });
    }
  };

/** The walk takes what it has not seen; false when it cannot have come to it. */
function takeIn(walker: Walker, closes: readonly ClosedStep[]): boolean {
  try {
    for (const { ordinal, outcome } of closes) {
      if (ordinal === walker.position.open?.ordinal) walker.proceed(outcome);
    }
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What was told to be open is not where the walk has come to. */
const isElsewhere = ({ position: { open } }: Walker, told: StandingStep | undefined): boolean =>
  told !== undefined && (told.ordinal !== open?.ordinal || told.step !== open.step || told.attempt !== open.attempt);

const closedIn = ({ outcomes }: LookAnswer): ClosedStep[] =>
  outcomes.map((outcome, index) => ({ ordinal: index + 1, outcome }));

/** On Temporal’s own web page; of no person. */
function show({ step, attempt, dueOn }: StandingStep): void {
  setCurrentDetails(`${step} · attempt ${String(attempt)} · due ${dueOn}`);
}
