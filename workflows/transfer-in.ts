import { condition, proxyLocalActivities } from '@temporalio/workflow';
import type { AttendedStep, LedgerActivities } from '../activities/ledger.ts';
import { CLOSINGS, type Closing, type OutcomeOf, type Step } from '../domain/procedures/steps.ts';
import { receiveFacts } from './fact-inbox.ts';
import type { TransferRef } from './messages.ts';

// Short transactions on our own database; while it is down they are tried again until it is back.
const { openStep, attendStep } = proxyLocalActivities<LedgerActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { maximumInterval: '10 seconds' },
});

/** Follows one transfer-in from the request to the booking (国办发〔2009〕66号 Art. 8); ends with how it ended. */
export async function transferIn({ transferId }: TransferRef): Promise<Closing> {
  const facts = receiveFacts();
  let ordinal = 0;
  let attempt = 1;

  try {
    await step('review');
    while (!(await attemptSucceeds())) attempt++;
    await step('booking');
    return 'completed';
  } catch (end) {
    if (end instanceof TransferEnded) return end.closing;
    throw end;
  }

  /** One letter, and what came of it; false when it has to be sent again or the form must be corrected. */
  async function attemptSucceeds(): Promise<boolean> {
    await step('liaisonLetter');
    if ((await step('delivery')) !== 'delivered') return false;
    if (!(await formAndFundsAgree())) return false;
    return enteredAndReviewed();
  }

  /** They come in any order; the ledger matches them, and a person decides only when the amounts differ. */
  async function formAndFundsAgree(): Promise<boolean> {
    const outcome = await step('formAndFunds');
    if (outcome !== 'differs') return outcome === 'agreed';
    return (await step('match')) === 'agreed';
  }

  /** A second person looks at every entry and sends it back as often as needed. */
  async function enteredAndReviewed(): Promise<boolean> {
    do {
      if ((await step('entry')) === 'returned') return false;
    } while ((await step('secondReview')) === 'sentBack');
    return true;
  }

  /** Opens the step (owner and due date are the activity's work), reminds and escalates until a fact closes it. */
  async function step<S extends Step>(name: S): Promise<OutcomeOf<S>> {
    ordinal++;
    let known = await openStep({ transferId, ordinal, step: name, attempt });
    facts.caughtUpTo(known.factSeq);
    for (;;) {
      const outcome = known.outcome ?? facts.outcomeOf(ordinal);
      if (outcome !== undefined) return proceedWith<S>(outcome);
      const closing = known.closing ?? facts.ending();
      if (closing) throw new TransferEnded(closing);
      if (await alarmOrMissingFact(known)) {
        known = await attendStep({ transferId, ordinal });
        facts.caughtUpTo(known.factSeq);
      }
    }
  }

  /** Waits for the step's fact; true when the ledger must be asked instead. */
  async function alarmOrMissingFact({ sleepMs }: AttendedStep): Promise<boolean> {
    const woken = () => facts.outcomeOf(ordinal) !== undefined || facts.ending() !== undefined || facts.mustLook();
    const inTime = sleepMs === null ? true : await condition(woken, sleepMs);
    return !inTime || facts.mustLook();
  }
}

/** A withdrawal, refusal or closing ends the procedure in whichever step it stands. */
class TransferEnded extends Error {
  readonly closing: Closing;
  constructor(closing: Closing) {
    super(closing);
    this.closing = closing;
  }
}

function proceedWith<S extends Step>(outcome: string): OutcomeOf<S> {
  const closing = CLOSINGS.find((name) => name === outcome);
  if (closing) throw new TransferEnded(closing);
  return outcome as OutcomeOf<S>;
}
