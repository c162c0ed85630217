/** Which credit a debit takes back: by reference, by a key of the memo, by who paid; never by the amount alone. */
import { sql } from 'kysely';
import { readMemo } from '../../domain/money/bank-memo.ts';
import { likenessOf, type MoneyMark } from '../../domain/money/reversal.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface CandidatePart {
  readonly id: string;
  readonly amount_fen: number;
  readonly state: string;
  readonly transfer_id: string | null;
  readonly case_no: string | null;
}

export interface CandidateCredit {
  readonly id: string;
  readonly amountFen: number;
  readonly parts: readonly CandidatePart[];
  readonly likeness: 1 | 2 | 3;
}

export interface Debit {
  readonly officeId: string;
  readonly account: string;
  readonly bookedOn: string;
  readonly amountFen: number;
  readonly serial: string;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly memo: string;
}

interface Row {
  id: string;
  serial: string;
  amount_fen: number;
  payer_sealed: Buffer | null;
  payer_account_sealed: Buffer | null;
  memo_sealed: Buffer | null;
}

/** The most like it; several: nobody can tell which. */
export async function findReversed(tx: Tx, keyring: Keyring, debit: Debit): Promise<CandidateCredit[]> {
  const out = markOf(debit);
  const rows = await creditsOf(tx, debit);
  const parts = await partsOf(
    tx,
    rows.map(({ id }) => id),
  );
  const found = rows.flatMap((row): CandidateCredit[] => {
    const own = parts.filter(({ credit_id: creditId }) => creditId === row.id);
    const credit = {
      ...markOf({
        serial: row.serial,
        payerName: keyring.openText(row.payer_sealed) ?? '',
        payerAccount: keyring.openText(row.payer_account_sealed) ?? '',
        memo: keyring.openText(row.memo_sealed) ?? '',
      }),
      caseNumbers: own.flatMap(({ case_no: caseNo }) => caseNo ?? []),
    };
    const likeness = likenessOf(out, credit);
    // Who paid says nothing of some money among more.
    const isWhole = [row.amount_fen, ...own.map((part) => part.amount_fen)].includes(debit.amountFen);
    return likeness === 0 || (likeness === 1 && !isWhole)
      ? []
      : [{ id: row.id, amountFen: row.amount_fen, parts: own, likeness }];
  });
  const best = Math.max(0, ...found.map(({ likeness }) => likeness));
  const likest = found.filter(({ likeness }) => likeness === best);
  const whole = likest.filter(({ amountFen }) => amountFen === debit.amountFen);
  return whole.length > 0 ? whole : likest;
}

export const markOf = ({
  serial,
  payerName,
  payerAccount,
  memo,
}: Omit<Debit, 'officeId' | 'account' | 'bookedOn' | 'amountFen'>): MoneyMark => ({
  serial,
  payerName,
  payerAccount,
  keys: readMemo(memo),
});

/** Not taken back yet, and not less than what left; of a bank's reference the amount may be a part. */
async function creditsOf(tx: Tx, { officeId, account, bookedOn, amountFen, serial }: Debit): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select id, serial, amount_fen, payer_sealed, payer_account_sealed, memo_sealed from credits
    where office_id = ${officeId} and booked_on <= ${bookedOn}::date and amount_fen >= ${amountFen}::bigint
      and booked_on >= ${bookedOn}::date - 400
      and (account = ${account} or account = '' or ${account} = '')
      and exists (select from credit_parts where credit_id = credits.id and state <> 'reversed'
        and (credits.serial = ${serial} or amount_fen >= ${amountFen}::bigint or credits.amount_fen = ${amountFen}::bigint))
    order by (credits.amount_fen = ${amountFen}::bigint) desc, booked_on desc, received_at desc limit 300`.execute(tx);
  return rows;
}

async function partsOf(tx: Tx, creditIds: readonly string[]) {
  const { rows } = await sql<CandidatePart & { credit_id: string }>`
    select part.credit_id, part.id, part.amount_fen, part.state, part.transfer_id, cases.case_no from credit_parts part
      left join transfers on transfers.id = part.transfer_id left join cases on cases.id = transfers.case_id
    where part.credit_id = any(${[...creditIds]}::uuid[]) and part.state <> 'reversed'
    order by part.id`.execute(tx);
  return rows;
}
