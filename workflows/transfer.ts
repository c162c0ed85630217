import { condition, proxyLocalActivities } from '@temporalio/workflow';
import type { AttendedStep, LedgerActivities } from '../activities/ledger.ts';
import type { Closing } from '../domain/facts/closings.ts';
import type { Procedures } from '../domain/procedures/index.ts';
import { Walker, type OpenStep } from '../domain/procedures/walk.ts';
import { receiveFacts } from './fact-inbox.ts';
import type { TransferRef } from './messages.ts';

// Short transactions on our own database; while it is down they are tried again until it is back.
const { openStep, attendStep } = proxyLocalActivities<LedgerActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { maximumInterval: '10 seconds' },
});

/** What a run that was begun before transfers said their procedure follows. */
const BEFORE_KEYS = 'in/employee/2010-66';

/** Follows one transfer for months, along the text of its procedure; ends with how it ended. */
export const followTransfer = (procedures: Procedures) =>
  async function transferIn({ transferId, procedure = BEFORE_KEYS }: TransferRef): Promise<Closing> {
    const facts = receiveFacts();
    const walker = new Walker(procedures.of(procedure));
    for (;;) {
      const { open, closing } = walker.position;
      if (!open) return closing;
      const end = await endOf(open);
      if (end.closing !== null) return end.closing;
      walker.proceed(end.outcome);
    }

    /** Opens the step (owner and due date are the activity's work), reminds and escalates until a fact closes it. */
    async function endOf({ step, ordinal, attempt }: OpenStep): Promise<StepEnd> {
      let known = await openStep({ transferId, ordinal, step, attempt });
      facts.caughtUpTo(known.factSeq);
      for (;;) {
        const outcome = known.outcome ?? facts.outcomeOf(ordinal);
        if (outcome !== undefined) return { outcome, closing: null };
        // Withdrawn or closed by a fact that closes no step.
        const closing = known.closing ?? facts.ending();
        if (closing) return { closing };
        if (await alarmOrMissingFact(known, ordinal)) {
          known = await attendStep({ transferId, ordinal });
          facts.caughtUpTo(known.factSeq);
        }
      }
    }

    /** Waits for the step's fact; true when the ledger must be asked instead. */
    async function alarmOrMissingFact({ sleepMs }: AttendedStep, ordinal: number): Promise<boolean> {
      const woken = () => facts.outcomeOf(ordinal) !== undefined || facts.ending() !== undefined || facts.mustLook();
      const inTime = sleepMs === null ? true : await condition(woken, sleepMs);
      return !inTime || facts.mustLook();
    }
  };

type StepEnd =
  { readonly outcome: string; readonly closing: null } | { readonly outcome?: never; readonly closing: Closing };
