/** What is asked of an open task `k`, once for the number and for the list behind it. */
import { sql, type SqlBool } from 'kysely';
import { END_OF_WEEK } from './step-conditions.ts';

/** Asked once for a statement, however many rows it has. */
const TODAY = sql`(select office_date(office_now()))`;

export const TASK_OVERDUE = sql<SqlBool>`(k.closed_at is null and k.due_on < ${TODAY})`;

/** From today to Sunday. */
export const TASK_DUE_THIS_WEEK = sql<SqlBool>`(k.closed_at is null
  and k.due_on between ${TODAY} and ${END_OF_WEEK})`;
