/** The office's own accounts at its banks. They stand on every letter that it sends: nothing personal. */
import type { Db } from '../connection/connection.ts';

export interface BankAccount {
  /** In capitals, without blanks. */
  readonly number: string;
  readonly name: string;
}

/** Empty: a statement of any account is taken. */
export function listBankAccounts(db: Db, officeId: string): Promise<BankAccount[]> {
  return db
    .selectFrom('bank_accounts')
    .select(['number', 'name'])
    .where('office_id', '=', officeId)
    .orderBy('number')
    .execute();
}

/** All of them at once. */
export async function putBankAccounts(db: Db, officeId: string, accounts: readonly BankAccount[]): Promise<void> {
  const rows = new Map(accounts.map(({ number, name }) => [number, { office_id: officeId, number, name }]));
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('bank_accounts').where('office_id', '=', officeId).execute();
    if (rows.size > 0)
      await tx
        .insertInto('bank_accounts')
        .values([...rows.values()])
        .execute();
  });
}
