/** Opens, attends and closes the steps of a transfer, along the text of its procedure. */
import { AheadOfLedger } from '../../domain/errors.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { Db } from '../connection/connection.ts';
import { raiseDueAlarms } from './alarms.ts';
import { nextAlarmAt, type RulesInForce } from '../../domain/time/deadlines.ts';
import { realMillisecondsUntil } from '../office/clock.ts';
import { openWhatFollows } from './follow.ts';
import type { OpenStep } from './opening.ts';
import { selectStep, selectSteps, type StepRow } from './step-rows.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

/** The step as the ledger has it. Exactly one of outcome, closing and sleepMs says how to go on. */
export interface AttendedStep {
  readonly outcome: string | null;
  /** The transfer has ended; no step opens any more. */
  readonly closing: Closing | null;
  /** Real milliseconds until the next alarm of the open step. */
  readonly sleepMs: number | null;
  /** Facts up to this one are reflected here. */
  readonly factSeq: number;
}

/** What a run asks for that has come to a step: the row that the closing of the step before has opened, even one already closed. */
export async function openStep(db: Db, request: OpenStep): Promise<AttendedStep> {
  return db.transaction().execute(async (tx) => {
    const ledger = await TransferLedger.open(tx, request.transferId);
    const steps = await selectSteps(tx, request.transferId);
    const there = steps.find(({ ordinal }) => ordinal === request.ordinal);
    if (there) return attended(ledger, there);
    if (ledger.transfer.closing) return ended(ledger);
    // Of the release before, which left the opening to the run.
    const open = steps.at(-1)?.closed_at === null ? undefined : await openWhatFollows(ledger, steps);
    if (open?.ordinal !== request.ordinal) throw new AheadOfLedger(request.transferId, request.ordinal);
    const answer = await attended(ledger, open);
    await ledger.write();
    return answer;
  });
}

/** Raises what is due and says how long to sleep, or how the step was closed meanwhile. */
export async function attendStep(
  db: Db,
  { transferId, ordinal }: { transferId: string; ordinal: number },
): Promise<AttendedStep> {
  return db.transaction().execute(async (tx) => {
    const ledger = await TransferLedger.open(tx, transferId);
    const row = await selectStep(tx, transferId, ordinal);
    if (!row) throw new AheadOfLedger(transferId, ordinal);
    if (row.closed_at) return attended(ledger, row);
    const rules = await ledger.rules(row.rule_version);
    const raised = await raiseDueAlarms(ledger, row, rules);
    const result = await attended(ledger, raised, rules);
    await ledger.write();
    return result;
  });
}

async function attended(ledger: TransferLedger, row: StepRow, rules?: RulesInForce): Promise<AttendedStep> {
  const { transfer, now: officeNow } = ledger;
  const factSeq = transfer.last_fact_seq;
  if (row.outcome !== null) return { outcome: row.outcome, closing: null, sleepMs: null, factSeq };
  const { calendar } = rules ?? (await ledger.rules(row.rule_version));
  const sleepMs = realMillisecondsUntil(nextAlarmAt(row, calendar), { officeNow, speed: transfer.clock_speed });
  return { outcome: null, closing: null, sleepMs, factSeq };
}

function ended(ledger: TransferLedger): AttendedStep {
  const { closing, last_fact_seq: factSeq } = ledger.transfer;
  return { outcome: null, closing: closing as Closing, sleepMs: null, factSeq };
}
