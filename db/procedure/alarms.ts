/** Reminders, overdue marks, escalations and reviews of holds: each an event, each raised once. */
import { stepRule } from '../../domain/procedures/rules.ts';
import { escalatedTo } from '../../domain/staff/owner-choice.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { holdReviewAt, nextEscalation, type RulesInForce } from '../../domain/time/deadlines.ts';
import type { StepRow } from './step-rows.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

type Change = Partial<
  Pick<StepRow, 'reminded_at' | 'overdue_at' | 'next_escalation_at' | 'escalations' | 'hold_review_raised_at'>
>;

/** Gives back the row as it is afterwards. */
export async function raiseDueAlarms(ledger: TransferLedger, row: StepRow, rules: RulesInForce): Promise<StepRow> {
  const change = row.held_since ? reviewHold(ledger, row, rules) : await remindAndEscalate(ledger, row, rules);
  if (Object.keys(change).length === 0) return row;
  ledger.changeRarely('alarms', (db) =>
    db.updateTable('steps').set(change).where('transfer_id', '=', row.transfer_id).where('ordinal', '=', row.ordinal),
  );
  return { ...row, ...change };
}

function reviewHold(ledger: TransferLedger, row: StepRow, rules: RulesInForce): Change {
  const { now } = ledger;
  if (row.hold_review_on === null) return {};
  const due = row.hold_review_raised_at
    ? (row.next_escalation_at ?? row.due_at)
    : holdReviewAt(row.hold_review_on, rules.calendar);
  if (now < due) return {};
  ledger.note({
    kind: 'holdReviewDue',
    occurredAt: due,
    source: 'system',
    stepOrdinal: row.ordinal,
    reasonCode: row.hold_reason,
    payload: { ownerId: row.owner_id },
  });
  return { hold_review_raised_at: row.hold_review_raised_at ?? now, next_escalation_at: nextEscalation(now, rules) };
}

async function remindAndEscalate(ledger: TransferLedger, row: StepRow, rules: RulesInForce): Promise<Change> {
  // Whoever slept past both raises both: a reminder that is left out would stay the next alarm for ever.
  const reminded = remind(ledger, row);
  return ledger.now >= row.due_at ? { ...reminded, ...(await escalate(ledger, row, rules)) } : reminded;
}

function remind(ledger: TransferLedger, row: StepRow): Change {
  const { now } = ledger;
  if (row.reminded_at || !row.reminder_at || now < row.reminder_at) return {};
  ledger.note({
    kind: 'reminded',
    occurredAt: row.reminder_at,
    source: 'system',
    stepOrdinal: row.ordinal,
    payload: { ownerId: row.owner_id, dueOn: row.due_on },
  });
  return { reminded_at: now };
}

async function escalate(ledger: TransferLedger, row: StepRow, rules: RulesInForce): Promise<Change> {
  const { now } = ledger;
  const due = row.next_escalation_at ?? row.due_at;
  if (now < due) return {};
  const about = { source: 'system', stepOrdinal: row.ordinal } as const;
  if (!row.overdue_at)
    ledger.note({ ...about, kind: 'overdue', occurredAt: row.due_at, payload: { ownerId: row.owner_id } });
  const level = row.escalations + 1;
  ledger.note({
    ...about,
    kind: 'escalated',
    occurredAt: due,
    payload: {
      level,
      ownerId: row.owner_id,
      toId: await managerOf(ledger),
      // Whether our own office, the courier or the counterpart is late.
      party: stepRule(ledger.procedure, row.step).party,
    },
  });
  return {
    overdue_at: row.overdue_at ?? row.due_at,
    escalations: level,
    next_escalation_at: nextEscalation(now, rules),
  };
}

/** Who answers for the office today: never somebody who is away, as long as another manager, a deputy of one, or an administrator is there. */
async function managerOf(ledger: TransferLedger): Promise<string | null> {
  const colleagues = (await ledger.roster()).of(ledger.transfer.office_id);
  return escalatedTo(colleagues, dateOf(ledger.now)) ?? null;
}
