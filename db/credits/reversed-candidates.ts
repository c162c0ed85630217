/** Which credit a debit takes back: by reference, by a key of the memo, by who paid; never by the amount alone. */
import { sql } from 'kysely';
import { readMemo } from '../../domain/money/bank-memo.ts';
import { likenessOf, withoutReversal, type MoneyMark } from '../../domain/money/reversal.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import type { NewEntry } from './entries.ts';

export interface CandidatePart {
  readonly id: string;
  readonly credit_id: string;
  readonly amount_fen: number;
  readonly state: string;
  readonly transfer_id: string | null;
  readonly case_no: string | null;
}

export interface CandidateCredit {
  readonly id: string;
  readonly parts: readonly CandidatePart[];
}

export type Debit = Omit<NewEntry, 'direction' | 'twin' | 'importId'>;

interface Row {
  id: string;
  serial: string;
  amount_fen: number;
  payer_sealed: Buffer | null;
  payer_account_sealed: Buffer | null;
  memo_sealed: Buffer | null;
}
type Credit = Row & CandidateCredit;

export interface Reversed {
  readonly credits: readonly CandidateCredit[];
  /** Else it names a case that is not theirs: only a person can say. */
  readonly agrees: boolean;
}

/** The most like it; several: nobody can tell which. */
export async function findReversed(
  tx: Tx,
  keyring: Keyring,
  debit: Debit & { readonly isReversal: boolean },
): Promise<Reversed> {
  if (!debit.isReversal && !(await mayTakeBack(tx, debit))) return { credits: [], agrees: true };
  const rows = await creditsOf(tx, debit);
  const parts = await partsOf(
    tx,
    rows.map(({ id }) => id),
  );
  const credits = rows.map((row) => ({ ...row, parts: parts.filter(({ credit_id: id }) => id === row.id) }));
  // Without a word of it only the bank's own reference shows that the debit takes something back, or that it is our own return.
  const mayBe = (credit: Credit): boolean =>
    debit.isReversal || credit.serial === debit.serial || credit.parts.every(({ state }) => state === 'returned');
  // Most debits take nothing back, and to open what is sealed of hundreds of credits is dear.
  const found = credits.some(mayBe) ? likestTo(keyring, debit, credits).filter(mayBe) : [];
  if (found.length === 0)
    return { credits: debit.isReversal ? await creditsNamed(tx, keyring, debit) : [], agrees: true };
  const cases = found.flatMap((credit) => casesOf(keyring, credit));
  if (!(await namesAnotherCase(tx, debit, cases))) return { credits: found, agrees: true };
  const named = await creditsNamed(tx, keyring, debit);
  return { credits: [...found, ...named.filter(({ id }) => found.every((credit) => credit.id !== id))], agrees: false };
}

/** What is like the credit beside may be chance, and the bank’s word for a case is none. */
async function namesAnotherCase(tx: Tx, { officeId, memo }: Debit, cases: readonly string[]): Promise<boolean> {
  const { caseNumbers } = readMemo(memo);
  if (caseNumbers.length === 0 || caseNumbers.some((one) => cases.includes(one))) return false;
  return areCases(tx, officeId, caseNumbers);
}

/** A number in a memo may be the bank's own. */
export async function areCases(tx: Tx, officeId: string, numbers: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select 1 from cases
    where office_id = ${officeId} and case_no = any(${[...numbers]}::text[]) limit 1`.execute(tx);
  return rows.length > 0;
}

/** It takes back no single payment of whom it names: several, or more than was paid. The surest name alone is asked; a person must say. */
async function creditsNamed(tx: Tx, keyring: Keyring, debit: Debit): Promise<CandidateCredit[]> {
  const memo = readMemo(withoutReversal(debit.memo));
  const hashes = (kind: 'idNumber' | 'name', of: readonly string[]) => of.flatMap((one) => keyring.hashes(kind, one));
  const named = [
    { numbers: memo.caseNumbers, hashes: [] },
    { numbers: [], hashes: hashes('idNumber', memo.idNumbers) },
    { numbers: [], hashes: hashes('name', memo.names) },
  ];
  for (const whom of named) {
    const ids = await creditsOfNamed(tx, debit, whom);
    const parts = await partsOf(tx, ids);
    if (ids.length > 0)
      return ids.map((id) => ({ id, parts: parts.filter(({ credit_id: creditId }) => creditId === id) }));
  }
  return [];
}

interface Named {
  readonly numbers: readonly string[];
  readonly hashes: readonly Buffer[];
}

async function creditsOfNamed(tx: Tx, { officeId, account, bookedOn }: Debit, whom: Named): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select credits.id from credit_parts part join credits on credits.id = part.credit_id
      join transfers on transfers.id = part.transfer_id join cases on cases.id = transfers.case_id
    where credits.office_id = ${officeId} and (case_no = any(${[...whom.numbers]}::text[]) or person_id in (
        select person_id from person_hashes where hash = any(${[...whom.hashes]}::bytea[]) and kind in ('idNumber', 'name')))
      and part.state not in ('reversed', 'returned') and credits.booked_on <= ${bookedOn}::date
      and (credits.account = ${account} or credits.account = '' or ${account} = '')
    group by credits.id order by credits.booked_on desc, credits.received_at desc limit 20`.execute(tx);
  return rows.map(({ id }) => id);
}

function likestTo(keyring: Keyring, debit: Debit, credits: readonly Credit[]): Credit[] {
  const out = markOf(debit);
  const likenesses = credits.map((credit) => {
    const likeness = likenessOf(out, openMark(keyring, credit));
    // Who paid says nothing of some money among more.
    const isWhole = [credit.amount_fen, ...credit.parts.map((part) => part.amount_fen)].includes(debit.amountFen);
    return likeness === 1 && !isWhole ? 0 : likeness;
  });
  const best = Math.max(0, ...likenesses);
  const likest = credits.filter((_, index) => best > 0 && likenesses[index] === best);
  const whole = likest.filter(({ amount_fen: amountFen }) => amountFen === debit.amountFen);
  return whole.length > 0 ? whole : likest;
}

const casesOf = (keyring: Keyring, credit: Credit): string[] => [
  ...readMemo(keyring.openText(credit.memo_sealed) ?? '').caseNumbers,
  ...credit.parts.flatMap(({ case_no: caseNo }) => caseNo ?? []),
];

const openMark = (keyring: Keyring, credit: Credit) => ({
  ...markOf({
    serial: credit.serial,
    payerName: keyring.openText(credit.payer_sealed) ?? '',
    payerAccount: keyring.openText(credit.payer_account_sealed) ?? '',
    memo: keyring.openText(credit.memo_sealed) ?? '',
  }),
  caseNumbers: credit.parts.flatMap(({ case_no: caseNo }) => caseNo ?? []),
});

export const markOf = ({
  serial,
  payerName,
  payerAccount,
  memo,
}: Pick<Debit, 'serial' | 'payerName' | 'payerAccount' | 'memo'>): MoneyMark => ({
  serial,
  payerName,
  payerAccount,
  keys: readMemo(memo),
});

/** What `mayBe` asks of each credit, asked before hundreds of them are read: most debits take nothing back. */
async function mayTakeBack(tx: Tx, { officeId, bookedOn, amountFen, serial }: Debit): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select exists (select from credits where office_id = ${officeId} and serial = ${serial})
      or exists (select from credit_parts part join credits on credits.id = part.credit_id
        where part.office_id = ${officeId} and part.state = 'returned' and credits.amount_fen >= ${amountFen}::bigint
          and credits.booked_on between ${bookedOn}::date - 400 and ${bookedOn}::date) as may`.execute(tx);
  return rows[0]!.may;
}

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
  const { rows } = await sql<CandidatePart>`
    select part.credit_id, part.id, part.amount_fen, part.state, part.transfer_id, cases.case_no from credit_parts part
      left join transfers on transfers.id = part.transfer_id left join cases on cases.id = transfers.case_id
    where part.credit_id = any(${[...creditIds]}::uuid[]) and part.state <> 'reversed'
    order by part.id`.execute(tx);
  return rows;
}
