/** How many working days steps take, and whose days they are: ours, the courier's, the counterpart's, never mixed. */
import { sql } from 'kysely';
import { STEPS, stepRule, type Step } from '../../domain/procedures/index.ts';
import type { Db } from '../connection/connection.ts';
import { ratio, type Ratio } from './completion-out.ts';
import { endOfDay, numberedDays, startOfDay } from './days.ts';
import { yearEarlier } from './question.ts';

const SHARES = ['own', 'courier', 'counterpart'] as const;
export type Share = (typeof SHARES)[number];

interface Days {
  /** Half of them took at most so many; null when there are none. */
  medianWorkingDays: number | null;
  /** Four in five took at most so many. */
  p80WorkingDays: number | null;
}
export interface StepTime extends Days {
  step: Step;
  share: Share;
  closed: number;
}
export interface ShareTime extends Days {
  share: Share;
  transfers: number;
  /** Transfers of which no step of this share was closed after its due date. */
  inTime: Ratio;
}

export interface StepTimesQuestion {
  readonly officeId: string;
  /** Days on which steps were closed, transfers completed; both included. */
  readonly from: string;
  readonly to: string;
  readonly compareWith?: 'yearBefore';
}

export async function readStepTimes(db: Db, { officeId, from, to, compareWith }: StepTimesQuestion) {
  return {
    steps: await timesOfSteps(db, officeId, from, to),
    shares: await timesOfShares(db, officeId, from, to),
    yearBefore: compareWith ? await timesOfSteps(db, officeId, yearEarlier(from), yearEarlier(to)) : null,
  };
}

/** Working days from opening to closing without those on hold; a holiday lasts nobody any day. */
const daysTaken = sql`greatest(closed_on.working_no - opened_on.working_no - steps.held_working_days, 0)`;
const withDays = sql`
  join numbered_days as opened_on on opened_on.day = office_date(steps.opened_at)
  join numbered_days as closed_on on closed_on.day = office_date(steps.closed_at)`;
/**
 * A letter without a receipt: that a form came proves that it had arrived, not when. Its days cannot be told apart, so
 * neither the courier nor the counterpart is given them.
 */
const arrivedUnseen = sql`steps.step in ('delivery', 'formAndFunds') and exists (
  select from steps as delivery
  join events on events.transfer_id = delivery.transfer_id and events.fact_seq = delivery.closed_by_fact_seq
  where delivery.transfer_id = steps.transfer_id
    and delivery.ordinal = steps.ordinal - case steps.step when 'formAndFunds' then 1 else 0 end
    and delivery.outcome = 'delivered' and events.kind <> 'letterDelivered')`;
const percentile = (share: number) => sql`percentile_disc(${sql.lit(share)}) within group (order by days)`;

/** Steps cut short by a withdrawal or an ending without transfer say nothing about how long a step takes. */
async function timesOfSteps(db: Db, officeId: string, from: string, to: string): Promise<StepTime[]> {
  const { rows } = await sql<{ step: Step; closed: number; median: number; p80: number }>`
    with ${numberedDays},
    taken as (
      select steps.step, ${daysTaken} as days
      from steps ${withDays}
      where steps.office_id = ${officeId} and steps.closed_at >= ${startOfDay(from)} and steps.closed_at < ${endOfDay(to)}
        and steps.outcome not in ('withdrawn', 'closedWithoutTransfer') and not (${arrivedUnseen})
    )
    select step, count(*) as closed, ${percentile(0.5)} as median, ${percentile(0.8)} as p80
    from taken
    group by step`.execute(db);
  return STEPS.map((step) => {
    const row = rows.find((one) => one.step === step);
    return {
      step,
      share: stepRule(step).party,
      closed: row?.closed ?? 0,
      medianWorkingDays: row?.median ?? null,
      p80WorkingDays: row?.p80 ?? null,
    };
  });
}

/** Of the transfers completed in the period, each with the sum of its steps of the share. */
async function timesOfShares(db: Db, officeId: string, from: string, to: string): Promise<ShareTime[]> {
  const shareOf = sql.join(STEPS.map((step) => sql`(${step}::text, ${stepRule(step).party}::text)`));
  const { rows } = await sql<{ share: Share; transfers: number; in_time: number; median: number; p80: number }>`
    with ${numberedDays},
    share_of (step, share) as (values ${shareOf}),
    taken as (
      select transfers.id, share_of.share, sum(${daysTaken})::integer as days, bool_and(steps.closed_at <= steps.due_at) as in_time
      from transfers
      join steps on steps.transfer_id = transfers.id
      join share_of on share_of.step = steps.step ${withDays}
      where transfers.office_id = ${officeId} and transfers.closing = 'completed'
        and transfers.closed_at >= ${startOfDay(from)} and transfers.closed_at < ${endOfDay(to)}
      group by transfers.id, share_of.share
      having not bool_or(${arrivedUnseen})
    )
    select share, count(*) as transfers, count(*) filter (where in_time) as in_time,
      ${percentile(0.5)} as median, ${percentile(0.8)} as p80
    from taken
    group by share`.execute(db);
  return SHARES.map((share) => {
    const row = rows.find((one) => one.share === share);
    return {
      share,
      transfers: row?.transfers ?? 0,
      medianWorkingDays: row?.median ?? null,
      p80WorkingDays: row?.p80 ?? null,
      inTime: ratio(row?.in_time ?? 0, row?.transfers ?? 0),
    };
  });
}
