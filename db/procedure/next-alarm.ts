import { sql } from 'kysely';

/** The one armed alarm of an open step `s`, as domain/time/deadlines.ts computes it; of a hold at the earliest, its rest days are not looked up. */
export const NEXT_ALARM = sql<Date>`case
  when s.held_since is null then least(case when s.reminded_at is null then s.reminder_at end, s.next_escalation_at)
  when s.hold_review_raised_at is null then (s.hold_review_on + time '09:00') at time zone 'Asia/Shanghai' + interval '10 days'
  else s.next_escalation_at end`;
