/** A step that waits for somebody: its days are given back when it goes on. */
import { sql } from 'kysely';
import { stepRule } from '../../domain/procedures/rules.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { workingDaysBetween } from '../../domain/time/working-days.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import { deadlineOf, type DueExplained } from '../../domain/time/deadlines.ts';
import { changeStep, type StepRow } from './step-rows.ts';

export async function holdStep(
  ledger: TransferLedger,
  step: StepRow,
  hold: { readonly since: Date; readonly reasonCode: string; readonly reviewOn: string },
): Promise<void> {
  await changeStep(ledger, step.ordinal, {
    held_since: hold.since,
    hold_reason: hold.reasonCode,
    hold_review_on: hold.reviewOn,
  });
}

export async function resumeStep(
  ledger: TransferLedger,
  step: StepRow & { readonly held_since: Date },
  at: Date,
): Promise<{ givenBackWorkingDays: number; dueOn: string }> {
  const rules = await ledger.rules(step.rule_version);
  const days = await daysGivenBack(ledger, step, at);
  const explained = step.due_explained as unknown as DueExplained;
  const deadline = deadlineOf(
    {
      rule: stepRule(ledger.procedure, step.step),
      attempt: step.attempt,
      ruleVersion: step.rule_version,
      startedOn: explained.startedOn,
      heldWorkingDays: explained.heldWorkingDays + days,
    },
    rules,
  );
  await changeStep(ledger, step.ordinal, {
    held_since: null,
    hold_reason: null,
    hold_review_on: null,
    hold_review_raised_at: null,
    held_working_days: step.held_working_days + days,
    due_on: deadline.dueOn,
    due_at: deadline.dueAt,
    provisional: deadline.provisional,
    due_explained: JSON.stringify(deadline.explained),
    reminder_at: deadline.reminderAt,
    next_escalation_at: step.overdue_at ? step.next_escalation_at : deadline.dueAt,
  });
  return { givenBackWorkingDays: days, dueOn: deadline.dueOn };
}

/** The working days of the hold that ends at the instant. With those before they are never more than the step has lasted. */
export async function daysGivenBack(
  ledger: TransferLedger,
  step: Pick<StepRow, 'rule_version' | 'opened_at' | 'held_since' | 'held_working_days'>,
  at: Date,
): Promise<number> {
  if (!step.held_since) return 0;
  const { calendar } = await ledger.rules(step.rule_version);
  const daysSince = (start: Date): number => workingDaysBetween(dateOf(start), dateOf(at), calendar);
  return Math.max(0, Math.min(daysSince(step.held_since), daysSince(step.opened_at) - step.held_working_days));
}

/** What the holds of a step have given back, counted over the days as they are known now: each until it was resumed, or the step ended. */
export async function daysOfHolds(
  ledger: TransferLedger,
  step: Pick<StepRow, 'ordinal' | 'rule_version' | 'opened_at' | 'closed_at'>,
): Promise<number> {
  const { rows } = await sql<{ kind: string; at: Date }>`select kind, occurred_at as at from events
    where transfer_id = ${ledger.transfer.id} and step_ordinal = ${step.ordinal} and kind in ('held', 'resumed')
    order by seq`.execute(ledger.tx);
  let days = 0;
  let since: Date | null = null;
  const until = async (at: Date): Promise<void> => {
    days += await daysGivenBack(ledger, { ...step, held_since: since, held_working_days: days }, at);
  };
  for (const { kind, at } of rows) {
    if (kind === 'resumed') await until(at);
    since = kind === 'held' ? at : null;
  }
  if (step.closed_at) await until(step.closed_at);
  return days;
}
