/** What is asked of an open step `s`, once for the number and for the list behind it. */
import { sql, type RawBuilder } from 'kysely';
import { LENT_BY, RUNS_FOR_STEP } from '../holding/lent.ts';

/** Asked once for a statement, however many rows it has. */
const NOW = sql`(select office_now())`;

/** As the figures count it, whether or not the alarm has rung yet; the days of what is held are given back. */
export const OVERDUE = sql`(s.held_since is null and s.due_at <= ${NOW})`;

/** The Sunday of the office's week. */
export const END_OF_WEEK = sql`(select date_trunc('week', office_date(office_now())::timestamp)::date + 6)`;

/** From today to Sunday; what is overdue is not among it, nor what is on hold. */
export const DUE_THIS_WEEK = sql`(s.held_since is null and s.due_at > ${NOW} and s.due_on <= ${END_OF_WEEK})`;

/** It was open before under the same name: it came back, or begins another attempt. */
export const SENT_BACK = sql`exists (select from steps before
  where before.transfer_id = s.transfer_id and before.step = s.step and before.ordinal < s.ordinal)`;

/** A stand-in has what is this colleague's. */
export const isLentBy = (staffId: string): RawBuilder<unknown> =>
  sql`exists (select from responsibilities r where ${RUNS_FOR_STEP} and ${LENT_BY} = ${staffId})`;
