/** Completion of transfers-out: in the period (当期), after at most one re-issue (二次), in the month of receipt (当月). */
import { sql, type RawBuilder } from 'kysely';
import { percent } from '../../domain/money/rounding.ts';
import type { Db } from '../connection/connection.ts';
import { knownBy, type CompletionQuestion } from './question.ts';

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
  sameMonth: Ratio;
}

/** `with` entry `standings`: transfers-out due or received in the period. Done = info form and money have both gone out. */
export const outStandings = (question: CompletionQuestion): RawBuilder<unknown> => sql`standings as (
  select letters.*, due_on between ${question.from}::date and ${question.to}::date as is_due,
    letter_received_on between ${question.from}::date and ${question.to}::date as is_received
  from (
    select transfers_out.transfer_id, letter_received_on, due_on, reissues,
      case when form_issued_on <= ${question.asOf}::date and remitted_on <= ${question.asOf}::date
        then greatest(form_issued_on, remitted_on) end as done_on
    from transfers_out
    join transfers on transfers.id = transfers_out.transfer_id
    where transfers.office_id = ${question.officeId} and letter_received_on <= ${question.asOf}::date
      and transfers_out.recorded_at <= ${knownBy(question)}
      and (due_on between ${question.from}::date and ${question.to}::date
        or letter_received_on between ${question.from}::date and ${question.to}::date)
  ) as letters
)`;

export const DONE_IN_PERIOD = 'is_due and done_on <= due_on';
export const DONE_SECOND = 'is_due and (done_on <= due_on or (done_on is not null and reissues <= 1))';
export const DONE_SAME_MONTH = "is_received and date_trunc('month', done_on) = date_trunc('month', letter_received_on)";

export async function countCompletionOut(db: Db, question: CompletionQuestion): Promise<CompletionOut> {
  const { rows } = await sql<Record<'due' | 'in_period' | 'second' | 'received' | 'same_month', number>>`
    with ${outStandings(question)}
    select count(*) filter (where is_due) as due,
      count(*) filter (where ${sql.raw(DONE_IN_PERIOD)}) as in_period,
      count(*) filter (where ${sql.raw(DONE_SECOND)}) as second,
      count(*) filter (where is_received) as received,
      count(*) filter (where ${sql.raw(DONE_SAME_MONTH)}) as same_month
    from standings`.execute(db);
  const counted = rows[0]!;
  return {
    due: counted.due,
    inPeriod: ratio(counted.in_period, counted.due),
    second: ratio(counted.second, counted.due),
    sameMonth: ratio(counted.same_month, counted.received),
  };
}

export function ratio(numerator: number, denominator: number): Ratio {
  return { numerator, denominator, rate: percent(numerator, denominator) ?? null };
}
