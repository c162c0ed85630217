/** Until when a step is to be done, and by which clock. */
import type { FactKind } from '../../domain/facts/facts.ts';
import type { StepRule } from '../../domain/procedures/procedure.ts';
import { outcomeRule, stepRule } from '../../domain/procedures/rules.ts';
import { deadlineOf, limitOf, type Deadline, type RulesInForce } from '../../domain/time/deadlines.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Tx } from '../connection/connection.ts';
import type { Asked, EarlierStep, Opener } from './opener.ts';

/** Where the clock of a step starts, and the days of holds that earlier steps on the same clock gave back. */
export async function deadlineFor(
  opener: Opener,
  asked: Asked & { readonly openedAt: Date; readonly rules: RulesInForce },
): Promise<Deadline> {
  const { request, rule, before, openedAt, rules } = asked;
  const sharesClock = isOnSharedClock(rule, request.attempt);
  const start = sharesClock ? ((await clockStart(opener, asked)) ?? openedAt) : openedAt;
  const sameClock = ({ step, attempt, opened_at: from }: EarlierStep): boolean => {
    const its = stepRule(opener.procedure, step);
    return from >= start && isSameClock(its, rule) && isOnSharedClock(its, attempt);
  };
  const onSameClock = sharesClock ? before.filter(sameClock) : [];
  return deadlineOf(
    {
      rule,
      attempt: request.attempt,
      ruleVersion: opener.transfer.rule_version,
      startedOn: dateOf(start),
      heldWorkingDays: onSameClock.reduce((sum, step) => sum + step.held_working_days, 0),
    },
    rules,
  );
}

/** A later attempt may have a limit of its own, which begins with the step. */
const isOnSharedClock = (rule: StepRule, attempt: number): boolean =>
  rule.clock !== 'opening' && limitOf(rule, attempt) === rule.limit;

function isSameClock({ clock: one }: StepRule, { clock: other }: StepRule): boolean {
  return typeof one === 'object' ? typeof other === 'object' && one.fact === other.fact : one === other;
}

/** Undefined: what it starts with has not happened yet. */
async function clockStart(
  { tx, transfer, procedure }: Opener,
  { rule: { clock }, before }: Asked,
): Promise<Date | null | undefined> {
  if (clock === 'acceptance') return transfer.accepted_at;
  if (typeof clock === 'object') return lastOf(tx, transfer.id, clock.fact);
  return before.findLast(({ step, outcome }) => outcome && outcomeRule(procedure, step, outcome).starts === clock)
    ?.closed_at;
}

async function lastOf(tx: Tx, transferId: string, kind: FactKind): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('events')
    .select('occurred_at')
    .where('transfer_id', '=', transferId)
    .where('kind', '=', kind)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.occurred_at;
}
