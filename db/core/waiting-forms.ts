/** Entered forms that no batch holds: their transfer stands where booking is next, or was booked since the office began to send batches, and its booking stands. */
import { sql } from 'kysely';
import { factRule } from '../../domain/facts/facts.ts';
import { allowedDuring, stepNames } from '../../domain/procedures/rules.ts';
import type { Db } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';

export interface WaitingForm {
  readonly infoFormId: string;
  readonly transferId: string;
  readonly amountFen: number;
}

/** Oldest first. Batches that the core system has refused hold nothing. */
export async function waitingForms(db: Db, officeId: string): Promise<WaitingForm[]> {
  const { rows } = await sql<WaitingForm>`
    select f.id as "infoFormId", f.transfer_id as "transferId", f.total_fen as "amountFen"
    from info_forms f join transfers t on t.id = f.transfer_id
    left join bookings b on b.transfer_id = t.id
    where f.office_id = ${officeId} and f.state = 'received' and t.direction = 'in'
      and (b.booked_at >= (select min(made_at) from core_batches where office_id = ${officeId})
        or exists (select from steps s where s.transfer_id = t.id and s.closed_at is null
          and s.step = any(${stepsBeforeBooking(db)}::text[])))
      and not exists (select from reversals where reversals.transfer_id = t.id)
      and not exists (select from transfers later where later.links_to = t.id and later.link = 'reopening')
      and not exists (select from core_batch_lines l join core_batches held on held.id = l.batch_id
        where l.info_form_id = f.id and held.state <> 'refused')
    order by f.received_on, f.id`.execute(db);
  return rows;
}

/** Where a booking may be recorded, whatever the procedure calls it. */
const stepsBeforeBooking = (db: Db): string[] =>
  factRule('booked').anyTime === true
    ? []
    : proceduresOf(db).all.flatMap((one) => stepNames(one).filter((step) => allowedDuring(one, 'booked', step)));
