/** What a run of the procedure asks of the ledger: how far the transfer has come, and how long to sleep. */
import { CannotFollow } from '../../domain/errors.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { StandingStep } from '../../domain/facts/nudge.ts';
import type { OpenStep } from '../../domain/procedures/walk.ts';
import { nextAlarmAt } from '../../domain/time/deadlines.ts';
import type { Db } from '../connection/connection.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { realMillisecondsUntil } from '../office/clock.ts';
import { raiseDueAlarms } from './alarms.ts';
import { openWhatFollows, stepAfter, type Followed } from './follow.ts';
import { stepsUnderLock, type StepRow } from './step-rows.ts';

/** The run’s own step; a run that could not take what it was told says so. */
export interface Look extends OpenStep {
  readonly transferId: string;
  readonly isLost?: boolean;
}

export interface LookAnswer {
  /** Of all closed steps, in their order. */
  readonly outcomes: readonly string[];
  readonly open: StandingStep | null;
  /** How the transfer ended; nothing opens any more. */
  readonly closing: Closing | null;
  /** Real milliseconds until the next alarm of the open step. */
  readonly sleepMs: number | null;
  /** Facts up to this one are reflected here. */
  readonly factSeq: number;
  /** The run has come to another step than the ledger, which is right: the run begins anew. */
  readonly differs: boolean;
}

/**
 * Raises what is due, opens what the release before left to open, and says where the transfer stands.
 * @throws CannotFollow when the rows are not what the procedure can have come to: somebody has to mend them
 */
export async function look(db: Db, run: Look): Promise<LookAnswer> {
  return db.transaction().execute(async (tx) => {
    const ledger = await TransferLedger.openWithSteps(tx, run.transferId);
    const { steps, open } = await standingOf(ledger);
    const differs = isAnother(run, steps, ledger);
    if (differs) noteDifference(ledger, run, steps);
    const sleepMs = open ? await attended(ledger, open) : null;
    await ledger.write();
    return {
      outcomes: steps.flatMap(({ outcome }) => outcome ?? []),
      open: open ? standing(open) : null,
      closing: ledger.transfer.closing as Closing | null,
      sleepMs,
      factSeq: ledger.transfer.last_fact_seq,
      differs,
    };
  });
}

async function standingOf(ledger: TransferLedger): Promise<Followed> {
  const { transfer } = ledger;
  const steps = await stepsUnderLock(ledger);
  const last = steps.at(-1);
  const open = last?.closed_at === null ? last : undefined;
  if (open) mustFit(ledger, steps, open);
  if (open || transfer.closing) return { steps, open };
  const followed = await openWhatFollows(ledger, steps);
  if (!followed.open) throw new CannotFollow('every step is closed, and the transfer is not');
  await ledger.write();
  return followed;
}

/** A run that began anew would come to the same step as this one, not to the one that the row names. */
function mustFit({ procedure }: TransferLedger, steps: readonly StepRow[], open: StepRow): void {
  if (!isSame(stepAfter(procedure, steps.slice(0, -1)), open))
    throw new CannotFollow(`${open.step} does not follow in ${procedure.key}`);
}

const isSame = (one: OpenStep | null, other: OpenStep): boolean =>
  one?.ordinal === other.ordinal && one.step === other.step && one.attempt === other.attempt;

/** What has ended before the run’s step began is no difference: the run ends. */
function isAnother(run: Look, steps: readonly StepRow[], { transfer }: TransferLedger): boolean {
  if (run.isLost) return true;
  const own = steps.find(({ ordinal }) => ordinal === run.ordinal);
  return own ? !isSame(run, own) : transfer.closing === null;
}

function noteDifference(ledger: TransferLedger, run: Look, steps: readonly StepRow[]): void {
  const { ordinal, step, attempt } = run;
  const own = steps.find((row) => row.ordinal === ordinal);
  ledger.note({
    kind: 'walkDiffered',
    occurredAt: ledger.now,
    source: 'system',
    stepOrdinal: own?.ordinal ?? null,
    payload: { ordinal, step, attempt, ledgerStep: own?.step ?? null, ledgerAttempt: own?.attempt ?? null },
  });
}

async function attended(ledger: TransferLedger, open: StepRow): Promise<number> {
  const rules = await ledger.rules(open.rule_version);
  const row = await raiseDueAlarms(ledger, open, rules);
  const { now: officeNow, transfer } = ledger;
  return realMillisecondsUntil(nextAlarmAt(row, rules.calendar), { officeNow, speed: transfer.clock_speed });
}

const standing = ({ ordinal, step, attempt, due_on: dueOn }: StepRow): StandingStep => ({
  ordinal,
  step,
  attempt,
  dueOn,
});
