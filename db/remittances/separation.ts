/** Who may not pay: whoever credits accounts (并账), as a post or on this very transfer (岗位分离). */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { Tx } from '../connection/connection.ts';

interface WhoseMoney {
  readonly officeId: string;
  readonly transferId: string | null;
}

/** Account clerks, and who has booked on the transfer of the money. */
export async function barredFromPaying(tx: Tx, { officeId, transferId }: WhoseMoney): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select staff.id from staff join staff_roles on staff_roles.staff_id = staff.id
      where staff.office_id = ${officeId} and staff_roles.role = 'accountClerk'
    union
    select by_staff_id from events where transfer_id = ${transferId}::uuid and kind = 'booked' and by_staff_id is not null`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** @throws Refusal separation-of-duties */
export async function requireMayPay(tx: Tx, of: WhoseMoney, staffId: string): Promise<void> {
  if (!(await barredFromPaying(tx, of)).includes(staffId)) return;
  throw new Refusal('separation-of-duties', 'Who credits accounts does not pay: a colleague of finance must do this.');
}
