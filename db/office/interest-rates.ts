/** Yearly interest on personal accounts, as the office has it in writing: `source` names the paper. */
import type { InterestRate } from '../../domain/money/interest-rates.ts';
import type { Db, Tx } from '../connection/connection.ts';

export interface SourcedRate extends InterestRate {
  /** The notice that published it. */
  readonly source: string;
}

const COLUMNS = ['region', 'year', 'basis_points as basisPoints', 'source'] as const;

/** By region and year. */
export async function listInterestRates(db: Db): Promise<SourcedRate[]> {
  return db.selectFrom('interest_rates').select(COLUMNS).orderBy('region').orderBy('year').execute();
}

export async function findInterestRate(
  db: Db,
  { region, year }: Pick<InterestRate, 'region' | 'year'>,
): Promise<SourcedRate | undefined> {
  const asked = db.selectFrom('interest_rates').select(COLUMNS).where('region', '=', region).where('year', '=', year);
  return asked.executeTakeFirst();
}

/** New, or instead of the one of its year and region. What forms were found to be stays as it was found. */
export async function putInterestRate(tx: Tx, { region, year, basisPoints, source }: SourcedRate): Promise<void> {
  const row = { basis_points: basisPoints, source };
  await tx
    .insertInto('interest_rates')
    .values({ region, year, ...row })
    .onConflict((oc) => oc.columns(['region', 'year']).doUpdateSet(row))
    .execute();
}
