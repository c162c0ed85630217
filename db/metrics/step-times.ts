/** How many working days steps take, and whose days they are: ours, the courier's, the counterpart's, never mixed. */
import { sql } from 'kysely';
import { ENDINGS } from '../../domain/facts/closings.ts';
import type { Party } from '../../domain/procedures/procedure.ts';
import type { Db } from '../connection/connection.ts';
import { ratio, type Ratio } from './completion-out.ts';
import { endOfDay, startOfDay } from '../connection/shanghai-days.ts';
import { numberedDays } from './days.ts';
import { areStepTimesProvisional } from './provisional.ts';
import { yearEarlier } from './question.ts';

interface Days {
  /** Half of them took at most so many; null when there are none. */
  medianWorkingDays: number | null;
  /** Four in five took at most so many. */
  p80WorkingDays: number | null;
}
export interface StepTime extends Days {
  step: string;
  party: Party;
  closed: number;
}
export interface PartyTime extends Days {
  party: Party;
  transfers: number;
  /** Transfers of which no step of this party was closed after its due date. */
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
  const earlier = { officeId, from: yearEarlier(from), to: yearEarlier(to) };
  return {
    steps: await timesOfSteps(db, officeId, from, to),
    parties: await timesOfParties(db, officeId, from, to),
    provisional: await areStepTimesProvisional(db, { officeId, from, to }),
    yearBefore: compareWith ? await timesOfSteps(db, officeId, earlier.from, earlier.to) : null,
    yearBeforeProvisional: compareWith ? await areStepTimesProvisional(db, earlier) : null,
  };
}

/** Working days from opening to closing without those on hold; a holiday lasts nobody any day. */
const daysTaken = sql`greatest(closed_on.working_no - opened_on.working_no - steps.held_working_days, 0)`;
const withDays = sql`
  join numbered_days as opened_on on opened_on.day = office_date(steps.opened_at)
  join numbered_days as closed_on on closed_on.day = office_date(steps.closed_at)`;
/** What the procedure says of the step. */
const withRule = sql`join procedure_steps as said on said.procedure = steps.procedure and said.step = steps.step`;
/**
 * A letter without a receipt: that a form came proves that it had arrived, not when. Its days cannot be told apart, so
 * neither the courier (whose step an answer decides) nor the counterpart (who has the one after) is given them.
 */
const arrivedUnseen = sql`said.decided_by is not null and exists (
  select from steps as answered
  join procedure_steps as answers on answers.procedure = answered.procedure and answers.step = answered.step
    and answers.decided_by = 'answer'
  join procedure_outcomes as good on good.procedure = answered.procedure and good.step = answered.step
    and good.outcome = answered.outcome and good.place = 1
  join events on events.transfer_id = answered.transfer_id and events.fact_seq = answered.closed_by_fact_seq
  where answered.transfer_id = steps.transfer_id
    and answered.ordinal = steps.ordinal - case said.decided_by when 'answer' then 0 else 1 end
    and events.kind <> 'letterDelivered')`;
const percentile = (part: number) => sql`percentile_disc(${sql.lit(part)}) within group (order by days)`;

/** Of the transfer, whatever step was open. */
const endings = sql.join(ENDINGS.map((ending) => sql.lit(ending)));

interface StepRow {
  step: string;
  party: Party;
  closed: number;
  median: number | null;
  p80: number | null;
}

/** Steps cut short by a withdrawal or an ending without transfer say nothing about how long a step takes. */
async function timesOfSteps(db: Db, officeId: string, from: string, to: string): Promise<StepTime[]> {
  const { rows } = await sql<StepRow>`
    with ${numberedDays()},
    taken as (
      select steps.step, said.party, ${daysTaken} as days
      from steps ${withDays} ${withRule}
      where steps.office_id = ${officeId} and steps.closed_at >= ${startOfDay(from)} and steps.closed_at < ${endOfDay(to)}
        and steps.outcome not in (${endings}) and not (${arrivedUnseen})
    ),
    known as (
      select step, party, min(array[procedure, to_char(place, '000')]) as place from procedure_steps group by step, party
    )
    select known.step, known.party, count(taken.days) as closed, ${percentile(0.5)} as median, ${percentile(0.8)} as p80
    from known left join taken on taken.step = known.step and taken.party = known.party
    group by known.step, known.party, known.place
    order by known.place`.execute(db);
  return rows.map(({ step, party, closed, median, p80 }) => ({
    step,
    party,
    closed,
    medianWorkingDays: median,
    p80WorkingDays: p80,
  }));
}

interface PartyRow {
  party: Party;
  transfers: number;
  in_time: number;
  median: number | null;
  p80: number | null;
}

/** Of the transfers completed in the period, each with the sum of its party's steps. */
async function timesOfParties(db: Db, officeId: string, from: string, to: string): Promise<PartyTime[]> {
  const { rows } = await sql<PartyRow>`
    with ${numberedDays()},
    taken as (
      select transfers.id, said.party, sum(${daysTaken})::integer as days, bool_and(steps.closed_at <= steps.due_at) as in_time
      from transfers
      join steps on steps.transfer_id = transfers.id ${withRule} ${withDays}
      where transfers.office_id = ${officeId} and transfers.closing = 'completed'
        and transfers.closed_at >= ${startOfDay(from)} and transfers.closed_at < ${endOfDay(to)}
      group by transfers.id, said.party
      having not bool_or(${arrivedUnseen})
    ),
    known as (select party, min(array[procedure, to_char(place, '000')]) as place from procedure_steps group by party)
    select known.party, count(taken.id) as transfers, count(taken.id) filter (where in_time) as in_time,
      ${percentile(0.5)} as median, ${percentile(0.8)} as p80
    from known left join taken on taken.party = known.party
    group by known.party, known.place
    order by known.place`.execute(db);
  return rows.map(({ party, transfers, in_time: inTime, median, p80 }) => ({
    party,
    transfers,
    medianWorkingDays: median,
    p80WorkingDays: p80,
    inTime: ratio(inTime, transfers),
  }));
}
