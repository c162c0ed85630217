/**
 * Completion of transfers-out: in the period (当期), after at most one re-issue (二次), and two other readings under names of their
 * own: within the limit and one further (两期), in the month of receipt (当月).
 */
import { sql, type RawBuilder } from 'kysely';
import { percent } from '../../domain/money/rounding.ts';
import type { Db } from '../connection/connection.ts';
import { correctedEvents, corrections, hadHappened, happened, occurredAt } from './as-known.ts';
import { endOfDay } from '../connection/shanghai-days.ts';
import { LETTER_LIMITS } from '../office/letter-limits.ts';
import { numberedDays } from './days.ts';
import { reopenedSince } from './linked-chains.ts';
import type { CompletionQuestion } from './question.ts';

export interface Ratio {
  numerator: number;
  denominator: number;
  rate: string | null;
}

export interface CompletionOut {
  /** Letters whose limit ended in the period. */
  due: number;
  inPeriod: Ratio;
  second: Ratio;
  withinTwoLimits: Ratio;
  sameMonth: Ratio;
}

/** By the version that the case was opened under. */
const limitsOut = sql`limits_out as materialized ${LETTER_LIMITS}`;

/** Letters that came in the period, or so long before it that they may be due in it. */
const received = (question: CompletionQuestion) => {
  const since = sql`(select min(earlier.day)::timestamp at time zone 'Asia/Shanghai'
    from numbered_days as earlier join numbered_days as first on first.day = ${question.from}::date
    where earlier.working_no >= first.working_no - (select max(working_days) from limits_out))`;
  const until = sql`least(${endOfDay(question.to)}, ${endOfDay(question.asOf)})`;
  return sql`received as (
    select transfer_id, min(office_date(occurred_at)) as received_on
    from (${happened(question, 'letterReceived', since, until)}) as letters
    group by transfer_id
  )`;
};

export const ANSWER_KINDS = [
  'infoFormSent',
  'fundSent',
  'infoFormReissued',
  'remittanceChecked',
  'letterSentBack',
] as const;

/**
 * What of the answer had left by the day, as it was known. Of one that was reopened the linked transfer answers, and its form is one more issue; what was
 * reversed is answered no more.
 */
const answers = (question: CompletionQuestion) => sql`answers as materialized (
  select chain.last_id as transfer_id, received.received_on, chain.last_id <> chain.first_id as is_reopened,
    min(fact.on_day) filter (where fact.kind = 'infoFormSent' and stands) as form_sent_on,
    -- Where nothing is to be paid, that was found.
    min(fact.on_day) filter (where (fact.kind = 'fundSent' or fact.nothing_due) and stands) as fund_sent_on,
    min(fact.on_day) filter (where fact.kind = 'letterSentBack' and is_last) as sent_back_on,
    count(*) filter (where fact.kind = 'infoFormReissued' or (fact.kind = 'infoFormSent' and chain.transfer_id <> chain.first_id)) as reissues
  from chain
  join received on received.transfer_id = chain.first_id
  cross join lateral (select is_last and chain.transfer_id not in (select transfer_id from reversed_by_then) as stands) as place
  left join lateral (
    select events.kind, office_date(${occurredAt}) as on_day,
      events.kind = 'remittanceChecked' and events.closes and (events.payload ->> 'dueFen')::bigint = 0 as nothing_due
    from ${correctedEvents}
    where events.transfer_id = chain.transfer_id and events.kind in (${sql.join(ANSWER_KINDS.map((kind) => sql.lit(kind)))})
      and ${hadHappened(question)}
  ) as fact on true
  group by chain.first_id, chain.last_id, received.received_on
)`;

/**
 * `with` entries that end in `standings`: transfers-out due or received in the period. Done = info form and money have both gone out.
 * All of it from facts and from the calendar, as they were known, so that a later row or notice changes no earlier answer.
 */
export const outStandings = (
  question: CompletionQuestion,
): RawBuilder<unknown> => sql`${numberedDays(question.knownAt)},
  ${limitsOut},
  ${corrections(question)},
  ${received(question)},
  ${reopenedSince(question, 'received')},
  ${answers(question)},
  working_days as materialized (select working_no, min(day) as day from numbered_days group by working_no),
  -- Once: with the condition of a single number inside, it is planned as a loop over all days for each case (eleven seconds for three).
  standings as materialized (
    select answers.transfer_id, transfers.case_id, is_reopened, reissues, received_on, due.day as due_on, second_due.day as second_due_on,
      case when form_sent_on is not null and fund_sent_on is not null then greatest(form_sent_on, fund_sent_on) end as done_on,
      -- A letter that went back in time asks for no form; one that went back late was not answered in time.
      due.day between ${question.from}::date and ${question.to}::date and not coalesce(sent_back_on <= due.day, false) as is_due,
      received_on between ${question.from}::date and ${question.to}::date and not coalesce(sent_back_on <= due.day, false) as is_received
    from answers
    join transfers on transfers.id = answers.transfer_id
    join limits_out using (office_id, rule_version, procedure_type)
    join numbered_days as receipt on receipt.day = received_on
    join working_days as due on due.working_no = receipt.working_no + limits_out.working_days
    join working_days as second_due on second_due.working_no = receipt.working_no + 2 * limits_out.working_days
  )`;

/** What each number asks of a standing; `completion-cases.ts` lists by the same words. */
export const BUCKETS_OUT = {
  cohort: 'is_due',
  // Reopened, it has lost its pass, however soon it was answered anew.
  inPeriod: 'is_due and done_on <= due_on and not is_reopened',
  second: 'is_due and ((done_on <= due_on and not is_reopened) or (done_on is not null and reissues <= 1))',
  withinTwoLimits: 'is_due and done_on <= second_due_on',
  notInPeriod: 'is_due and (done_on is null or done_on > due_on or is_reopened)',
  received: 'is_received',
  sameMonth: "is_received and not is_reopened and date_trunc('month', done_on) = date_trunc('month', received_on)",
};

const countOf = (bucket: keyof typeof BUCKETS_OUT) => sql`count(*) filter (where ${sql.raw(BUCKETS_OUT[bucket])})`;

export type CountedOut = Record<
  'due' | 'in_period' | 'second' | 'within_two_limits' | 'received' | 'same_month',
  number
>;

/** Of `standings`: a row of `CountedOut`. */
export const countsOut = sql`
  ${countOf('cohort')} as due,
  ${countOf('inPeriod')} as in_period,
  ${countOf('second')} as second,
  ${countOf('withinTwoLimits')} as within_two_limits,
  ${countOf('received')} as received,
  ${countOf('sameMonth')} as same_month`;

export async function countCompletionOut(db: Db, question: CompletionQuestion): Promise<CompletionOut> {
  const { rows } = await sql<CountedOut>`
    with ${outStandings(question)}
    select ${countsOut} from standings`.execute(db);
  return asPeriods(rows[0]!);
}

export function asPeriods(counted: CountedOut): CompletionOut {
  return {
    due: counted.due,
    inPeriod: ratio(counted.in_period, counted.due),
    second: ratio(counted.second, counted.due),
    withinTwoLimits: ratio(counted.within_two_limits, counted.due),
    sameMonth: ratio(counted.same_month, counted.received),
  };
}

export function ratio(numerator: number, denominator: number): Ratio {
  return { numerator, denominator, rate: percent(numerator, denominator) ?? null };
}
