/** The office's own accounts at its banks. They stand on every letter that it sends: nothing personal, and not sealed (decision 0065). */
import { sql } from 'kysely';
import { refuseDefects } from '../../domain/errors.ts';
import { accountKey } from '../../domain/money/account-number.ts';
import { compareText } from '../../domain/text-order.ts';
import type { Db, Tx } from '../connection/connection.ts';

export interface BankAccount {
  /** In capitals, without blanks. */
  readonly number: string;
  readonly name: string;
  readonly bank: string;
  /** Twelve digits, by which other banks find it; empty: not known. */
  readonly bankCode: string;
  /** Whether other offices are asked to pay to it. */
  readonly onLetters: boolean;
}

/** As it is sent, or was proposed before an account had a bank. */
export type WrittenAccount = Pick<BankAccount, 'number' | 'name'> & Partial<BankAccount>;

/** Empty: a statement of any account is taken. */
export async function listBankAccounts(db: Db, officeId: string): Promise<BankAccount[]> {
  const accounts = await db
    .selectFrom('bank_accounts')
    .select(['number', 'name', 'bank', 'bank_code as bankCode', 'on_letters as onLetters'])
    .where('office_id', '=', officeId)
    .execute();
  return accounts.sort(byNumber);
}

const byNumber = (one: BankAccount, other: BankAccount): number => compareText(one.number, other.number);

/**
 * As they are kept and listed: of a number that is written twice the last name counts.
 * @throws Refusal invalid, where nothing is left of a number but what groups it
 */
export function readBankAccounts(written: readonly WrittenAccount[]): BankAccount[] {
  const accounts = written.map(wholeAccount);
  refuseDefects(
    accounts.flatMap(({ number }, at) => {
      const message = 'A number of an account has letters or digits.';
      return number === '' ? [{ field: `items.${String(at)}.number`, code: 'form', message }] : [];
    }),
  );
  return [...new Map(accounts.map((account) => [account.number, account])).values()].sort(byNumber);
}

const wholeAccount = ({ number, name, bank = '', bankCode = '', onLetters = true }: WrittenAccount): BankAccount => ({
  number: accountKey(number),
  name: name.trim(),
  bank: bank.trim(),
  bankCode,
  onLetters,
});

/** All of them at once. */
export async function putBankAccounts(tx: Tx, officeId: string, accounts: readonly BankAccount[]): Promise<void> {
  // Who puts them at the same moment waits, and finds them put.
  await sql`select id from offices where id = ${officeId} for no key update`.execute(tx);
  await tx.deleteFrom('bank_accounts').where('office_id', '=', officeId).execute();
  const rows = accounts.map(({ number, name, bank, bankCode, onLetters }) => {
    return { office_id: officeId, number, name, bank, bank_code: bankCode, on_letters: onLetters };
  });
  if (rows.length > 0) await tx.insertInto('bank_accounts').values(rows).execute();
}
