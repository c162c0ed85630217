/** The money of the benchmark's transfers: as much as the form says, and nobody's until finance decides. */
import { ask } from '../measuring/postgres-figures.ts';

export const FORM_FEN = 3_420_644;

/** Money that has arrived and waits in suspense until finance says whose it is. */
export interface Money {
  readonly creditId: string;
  readonly partId: string;
}

/** For the steps that ask for none. */
export const NO_MONEY: Money = { creditId: '', partId: '' };

/** So much money in suspense, as the import of a bank file without purposes leaves it. */
export async function moneyInSuspense(databaseUrl: string, count: number): Promise<Money[]> {
  return ask<Money>(
    databaseUrl,
    `with credit as (
      insert into credits (office_id, serial, booked_on, amount_fen, verdict)
      select offices.id, 'B' || gen_random_uuid(), current_date, $1, 'suspense' from offices, generate_series(1, $2)
      returning id, office_id
    )
    insert into credit_parts (credit_id, office_id, amount_fen, state, owner_id, reason)
    select credit.id, credit.office_id, $1, 'suspense', staff.id, '' from credit join staff on username = 'finance1'
    returning credit_id as "creditId", id as "partId"`,
    [FORM_FEN, count],
  );
}
