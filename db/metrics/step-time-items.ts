/** Exactly the steps, or the transfers with the days of one party, that a number of the step times counts. */
import { sql } from 'kysely';
import type { Party } from '../../domain/procedures/procedure.ts';
import type { Db } from '../connection/connection.ts';
import { numberedDays } from './days.ts';
import { pageOfItems, type ItemPage, type ItemsPage } from './item-page.ts';
import { partiesTaken, stepsTaken } from './steps-taken.ts';

export interface StepTimeFilter {
  readonly officeId: string;
  readonly from: string;
  readonly to: string;
  readonly party: Party;
  /** Each closing of this step; without it the transfers completed, with all days of the party. */
  readonly step?: string | undefined;
  /** Of the transfers, those of which no step of the party was late. */
  readonly inTime?: boolean | undefined;
}

export async function listStepTimeItems(db: Db, filter: StepTimeFilter, page: ItemPage): Promise<ItemsPage> {
  const { party, step, inTime } = filter;
  const [rows, key, condition] =
    step === undefined
      ? [partiesTaken(filter), sql`transfer_id::text`, inTime === undefined ? sql`true` : sql`in_time = ${inTime}`]
      : [stepsTaken(filter), sql`transfer_id::text || to_char(ordinal, 'FM0000000000')`, sql`step = ${step}`];
  const behind = sql`
    select transfer_id, closed_at as at, ${key} as key, days::text as what, null::bigint as amount_fen
    from taken where party = ${party} and ${condition}`;
  return pageOfItems(db, sql`${numberedDays()}, taken as (${rows})`, behind, page);
}
