/** A changed calendar computes open deadlines again (architecture.md, law 8): the same limits, counted over the new days. */
import { sql } from 'kysely';
import { CannotFollow } from '../../domain/errors.ts';
import { stepRule } from '../../domain/procedures/rules.ts';
import type { WorkingCalendar } from '../../domain/time/working-days.ts';
import { loadCalendar } from '../office/calendar.ts';
import { waitingChanges, type CalendarChange } from '../office/calendar-changes.ts';
import type { Db, Tx } from '../connection/connection.ts';
import {
  deadlineOf,
  holdReviewAt,
  nextEscalation,
  type DueExplained,
  type RulesInForce,
} from '../../domain/time/deadlines.ts';
import { heldAgain } from './held-again.ts';
import { moveTheRest } from './moved-limits.ts';
import { enqueueLook } from '../ledger/outbox.ts';
import { changeStep, selectOpenStep, type StepRow } from './step-rows.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

export interface MovedDeadline {
  readonly transferId: string;
  readonly caseNo: string;
  readonly step: string;
  readonly from: string;
  readonly to: string;
  readonly provisional: boolean;
}

export interface Projection {
  readonly changes: readonly CalendarChange[];
  /** Steps whose due date is another day now, or is no longer provisional. */
  readonly moved: readonly MovedDeadline[];
  /** Open steps that were computed again. */
  readonly looked: number;
  readonly tasksMoved: number;
  /** Letters of transfers-out whose limit ends on another day. */
  readonly lettersOutMoved: number;
}

const PAGE = 200;

/** Safe to repeat after a crash: what has moved already does not move again. One transaction per transfer holds nobody up. */
export async function moveDeadlines(db: Db): Promise<Projection> {
  const changes = await waitingChanges(db);
  const moved: MovedDeadline[] = [];
  if (changes.length === 0) return { changes, moved, looked: 0, tasksMoved: 0, lettersOutMoved: 0 };
  const why = changes.at(-1)!;
  const before = await calendarBefore(db, changes[0]!);
  let looked = 0;
  for (let after: string | null = null; ;) {
    const page: string[] = await openStepsAfter(db, after);
    for (const transferId of page) {
      looked += 1;
      const one = await db
        .transaction()
        .execute((tx) => moveDeadline(tx, transferId, { before, why }).catch(unlessBroken));
      if (one) moved.push(one);
    }
    after = page.at(-1) ?? null;
    if (page.length < PAGE) break;
  }
  const rest = await db.transaction().execute((tx) => moveTheRest(tx, before, changes));
  return { changes, moved, looked, ...rest };
}

/** A transfer whose rows are so broken that it has no limits keeps its day; the others move. Nothing of it was written yet. */
function unlessBroken(error: unknown): undefined {
  if (error instanceof CannotFollow) return undefined;
  throw error;
}

async function calendarBefore(db: Db, first: { before: Record<string, 'rest' | 'work'> }): Promise<WorkingCalendar> {
  return { ...(await loadCalendar(db)), days: new Map(Object.entries(first.before)) };
}

async function openStepsAfter(db: Db, after: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select transfer_id as id from steps where closed_at is null
    and (${after}::uuid is null or transfer_id > ${after}::uuid) order by transfer_id limit ${PAGE}`.execute(db);
  return rows.map(({ id }) => id);
}

interface Calendars {
  readonly before: WorkingCalendar;
  readonly why: CalendarChange;
}

async function moveDeadline(
  tx: Tx,
  transferId: string,
  { before, why }: Calendars,
): Promise<MovedDeadline | undefined> {
  const ledger = await TransferLedger.open(tx, transferId);
  const row = await selectOpenStep(tx, transferId);
  // What only a later release knows keeps its day: that release computes it again when it is back.
  if (!row || !ledger.knownProcedure) return undefined;
  const rules = await ledger.rules(row.rule_version);
  const change = await computedAgain(ledger, row, rules, await heldAgain(ledger, row, rules));
  if (!change && !reviewMoves(row, before, rules.calendar)) return undefined;
  if (change) await storeMove(ledger, row, change, why);
  // Whatever alarm the workflow sleeps towards may have another instant now.
  await enqueueLook(tx, transferId);
  await ledger.write();
  if (!change || (change.due_on === row.due_on && change.provisional === row.provisional)) return undefined;
  const { case_no: caseNo } = ledger.transfer;
  return {
    transferId,
    caseNo,
    step: row.step,
    from: row.due_on,
    to: change.due_on,
    provisional: change.provisional,
  };
}

type Change = Pick<
  StepRow,
  'due_on' | 'due_at' | 'provisional' | 'reminder_at' | 'reminded_at' | 'overdue_at' | 'next_escalation_at'
> & { readonly due_explained: string };

/** Undefined when every date of the step stays what it is. */
export async function computedAgain(
  ledger: TransferLedger,
  row: StepRow,
  rules: RulesInForce,
  heldWorkingDays = (row.due_explained as unknown as DueExplained).heldWorkingDays,
): Promise<Change | undefined> {
  const explained = row.due_explained as unknown as DueExplained;
  const { startedOn } = explained;
  const deadline = deadlineOf(
    {
      rule: stepRule(ledger.procedure, row.step),
      attempt: row.attempt,
      ruleVersion: row.rule_version,
      startedOn,
      heldWorkingDays,
    },
    rules,
  );
  const { now } = ledger;
  const isOverdue = row.overdue_at !== null && deadline.dueAt <= now;
  const change: Change = {
    due_on: deadline.dueOn,
    due_at: deadline.dueAt,
    provisional: deadline.provisional,
    due_explained: JSON.stringify(deadline.explained),
    reminder_at: deadline.dueAt <= now ? null : deadline.reminderAt,
    // A reminder that still lies ahead is given again; one that was slept through meanwhile is given late.
    reminded_at: deadline.reminderAt && deadline.reminderAt > now ? null : row.reminded_at,
    overdue_at: isOverdue ? deadline.dueAt : null,
    next_escalation_at:
      isOverdue || row.hold_review_raised_at ? await escalationAfter(ledger, row, rules) : deadline.dueAt,
  };
  return isSame(row, change) && heldWorkingDays === explained.heldWorkingDays ? undefined : change;
}

/** As it was set when it was raised last, counted over the new days. */
async function escalationAfter(
  { tx, transfer }: TransferLedger,
  row: StepRow,
  rules: RulesInForce,
): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select max(recorded_at) as at from events
    where transfer_id = ${transfer.id} and step_ordinal = ${row.ordinal} and kind in ('escalated', 'holdReviewDue')`.execute(
    tx,
  );
  return rows[0]?.at ? nextEscalation(rows[0].at, rules) : row.next_escalation_at;
}

const instant = (at: Date | null): number | undefined => at?.getTime();

function isSame(row: StepRow, change: Change): boolean {
  return (
    row.due_on === change.due_on &&
    row.provisional === change.provisional &&
    instant(row.reminder_at) === instant(change.reminder_at) &&
    instant(row.next_escalation_at) === instant(change.next_escalation_at)
  );
}

function reviewMoves(row: StepRow, before: WorkingCalendar, after: WorkingCalendar): boolean {
  const { held_since: heldSince, hold_review_on: reviewOn, hold_review_raised_at: raisedAt } = row;
  if (!heldSince || !reviewOn || raisedAt) return false;
  return instant(holdReviewAt(reviewOn, before)) !== instant(holdReviewAt(reviewOn, after));
}

/** Both reckonings stay in the history: what was promised on an earlier day can still be shown. */
async function storeMove(ledger: TransferLedger, row: StepRow, change: Change, why: CalendarChange): Promise<void> {
  await changeStep(ledger, row.ordinal, change);
  if (row.due_on === change.due_on && row.provisional === change.provisional) return;
  ledger.note({
    kind: 'deadlineMoved',
    occurredAt: ledger.now,
    source: 'system',
    stepOrdinal: row.ordinal,
    payload: {
      why: 'calendar',
      calendarChangeId: why.id,
      noticeYear: why.year,
      from: row.due_on,
      dueOn: change.due_on,
      provisional: change.provisional,
      explainedBefore: row.due_explained,
      explained: JSON.parse(change.due_explained) as unknown,
    },
  });
}
