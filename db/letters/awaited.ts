/** Letters that somebody still waits for: what becomes of them is open, or they are to be sent again. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { SETTLED_STATES } from './sent.ts';

export type Awaits = 'arrival' | 'resending';

/** Both begin at the open steps, which are few among all letters that ever were. */
const IDS: Readonly<Record<Awaits, (officeId: string) => RawBuilder<unknown>>> = {
  arrival: (officeId) => sql`
    select sent.id from steps s
    join procedure_steps awaiting on awaiting.procedure = s.procedure and awaiting.step = s.step and awaiting.decided_by = 'answer'
    join letters as sent on sent.transfer_id = s.transfer_id and sent.attempt = s.attempt and sent.state <> all(${SETTLED_STATES})
    where s.office_id = ${officeId} and s.closed_at is null`,
  resending: (officeId) => sql`
    select back.id from steps s
    join letters as back on back.transfer_id = s.transfer_id and back.attempt = s.attempt - 1 and back.state in ('returned', 'lost')
    where s.office_id = ${officeId} and s.closed_at is null
      and not exists (select from letters as again where again.transfer_id = s.transfer_id and again.attempt = s.attempt)`,
};

/** A condition over letters `l`. As an array it is worked out before any letter is looked at, whatever the order of the page. */
export const awaiting = (officeId: string, awaits: Awaits) => sql<SqlBool>`l.id = any(array(${IDS[awaits](officeId)}))`;
