/** A credit that comes after the debit that takes it back: the files came in the other order. */
import { sql } from 'kysely';
import { likenessOf, type MoneyMark } from '../../domain/money/reversal.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { areCases, markOf, type Debit } from './reversed-candidates.ts';

interface Row {
  id: string;
  serial: string;
  booked_on: string;
  payer_sealed: Buffer | null;
  memo_sealed: Buffer | null;
}

export interface EarlierReversal {
  readonly entryId: string;
  readonly bookedOn: string;
  /** Else one of the two names a case that the other does not: a person says whether it took this money back. */
  readonly agrees: boolean;
}

type CreditMark = Parameters<typeof likenessOf>[1];

/** The debit, when it is the only one that took so much back and found nothing to take; `caseNumbers` are the credit's, as judged. */
export async function findEarlierReversal(
  tx: Tx,
  keyring: Keyring,
  credit: Debit & { readonly caseNumbers: readonly string[] },
): Promise<EarlierReversal | undefined> {
  const { officeId, account, amountFen, bookedOn } = credit;
  const { rows } = await sql<Row>`select id, serial, booked_on, payer_sealed, memo_sealed from bank_entries entry
    where office_id = ${officeId} and is_reversal and amount_fen = ${amountFen}::bigint and direction = 'debit'
      and (account = ${account} or account = '' or ${account} = '') and booked_on between ${bookedOn}::date and ${bookedOn}::date + 31
      and not exists (select from credit_parts where entry_id = entry.id)
      and exists (select from tasks where kind = 'moneyOut' and closed_at is null and about ->> 'entryId' = entry.id::text
        and about ->> 'found' = 'nothing')
    order by booked_on, id limit 50`.execute(tx);
  const own = { ...markOf(credit), caseNumbers: credit.caseNumbers };
  const found = rows
    .map((row) => ({ row, mark: openMark(keyring, row) }))
    .filter(({ mark }) => likenessOf(mark, own) > 0);
  const [only] = found.length === 1 ? found : [];
  if (!only) return undefined;
  const { row, mark } = only;
  return { entryId: row.id, bookedOn: row.booked_on, agrees: await agree(tx, officeId, mark, own) };
}

const openMark = (keyring: Keyring, row: Row): MoneyMark =>
  markOf({
    serial: row.serial,
    payerName: keyring.openText(row.payer_sealed) ?? '',
    payerAccount: '',
    memo: keyring.openText(row.memo_sealed) ?? '',
  });

/** Who paid may pay the same again: where one of the two names a case, the other must name it too. */
async function agree(tx: Tx, officeId: string, debit: MoneyMark, credit: CreditMark): Promise<boolean> {
  const likeness = likenessOf(debit, credit);
  const [of, other] = [debit.keys.caseNumbers, [...credit.keys.caseNumbers, ...credit.caseNumbers]];
  if (likeness === 2 || of.some((one) => other.includes(one))) return true;
  const named = [await areCases(tx, officeId, of), await areCases(tx, officeId, other)];
  // Under the bank's own reference one of them may name none.
  return likeness === 3 ? named.includes(false) : !named.includes(true);
}
