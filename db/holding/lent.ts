/** Whose a step is while somebody else has it: whoever held it before the stand-ins. */
import { sql } from 'kysely';

/** Part of a statement over the steps `s` and their responsibilities `r` that run; null where nothing is lent. */
export const LENT_BY = sql<string | null>`case when r.why in ('standIn', 'managerHolds') then (
  select o.staff_id from responsibilities o
  where o.transfer_id = s.transfer_id and o.ordinal = s.ordinal and o.kind = 'step' and o.id < r.id
    and o.why not in ('standIn', 'managerHolds') order by o.id desc limit 1) end`;

/** The responsibility `r` for the step `s` that runs. */
export const RUNS_FOR_STEP = sql`r.transfer_id = s.transfer_id and r.ordinal = s.ordinal and r.kind = 'step' and r.until is null`;
