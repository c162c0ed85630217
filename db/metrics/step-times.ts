/** How many working days steps take, and whose days they are: ours, the courier's, the counterpart's, never mixed. */
import { sql } from 'kysely';
import type { Party } from '../../domain/procedures/procedure.ts';
import type { Db } from '../connection/connection.ts';
import { ratio, type Ratio } from './completion-out.ts';
import { numberedDays } from './days.ts';
import { areStepTimesProvisional } from './provisional.ts';
import { periodYearEarlier } from './question.ts';
import { partiesTaken, stepsTaken } from './steps-taken.ts';

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
  const earlier = { officeId, ...periodYearEarlier({ from, to }) };
  return {
    steps: await timesOfSteps(db, officeId, from, to),
    parties: await timesOfParties(db, officeId, from, to),
    provisional: await areStepTimesProvisional(db, { officeId, from, to }),
    yearBefore: compareWith ? await timesOfSteps(db, officeId, earlier.from, earlier.to) : null,
    yearBeforeProvisional: compareWith ? await areStepTimesProvisional(db, earlier) : null,
  };
}

const percentile = (part: number) => sql`percentile_disc(${sql.lit(part)}) within group (order by days)`;

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
    taken as (${stepsTaken({ officeId, from, to })}),
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
    taken as (${partiesTaken({ officeId, from, to })}),
    known as (select party, min(array[procedure, to_char(place, '000')]) as place from procedure_steps group by party)
    select known.party, count(taken.transfer_id) as transfers, count(taken.transfer_id) filter (where in_time) as in_time,
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
