/** A credit that comes after the debit that takes it back: the files came in the other order. */
import { sql } from 'kysely';
import { likenessOf } from '../../domain/money/reversal.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { markOf, type Debit } from './reversed-candidates.ts';

interface Row {
  id: string;
  serial: string;
  booked_on: string;
  payer_sealed: Buffer | null;
  memo_sealed: Buffer | null;
}

/** The debit, when it is the only one that took so much back and found nothing to take. */
export async function findEarlierReversal(
  tx: Tx,
  keyring: Keyring,
  credit: Debit,
): Promise<{ readonly entryId: string; readonly bookedOn: string } | undefined> {
  const { officeId, account, amountFen, bookedOn } = credit;
  const { rows } = await sql<Row>`select id, serial, booked_on, payer_sealed, memo_sealed from bank_entries entry
    where office_id = ${officeId} and is_reversal and amount_fen = ${amountFen}::bigint and direction = 'debit'
      and (account = ${account} or account = '' or ${account} = '') and booked_on between ${bookedOn}::date and ${bookedOn}::date + 31
      and not exists (select from credit_parts where entry_id = entry.id)
      and exists (select from tasks where kind = 'moneyOut' and closed_at is null and about ->> 'entryId' = entry.id::text
        and about ->> 'found' = 'nothing')
    order by booked_on, id limit 50`.execute(tx);
  const own = { ...markOf(credit), caseNumbers: [] };
  const found = rows.filter(
    (row) =>
      likenessOf(
        markOf({
          serial: row.serial,
          payerName: keyring.openText(row.payer_sealed) ?? '',
          payerAccount: '',
          memo: keyring.openText(row.memo_sealed) ?? '',
        }),
        own,
      ) > 0,
  );
  const [only] = found.length === 1 ? found : [];
  return only && { entryId: only.id, bookedOn: only.booked_on };
}
