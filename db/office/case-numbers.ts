/** Numbers of the office's own cases: the procedure's two letters + year and month of the acceptance + a running number of at least five digits. */
import { sql } from 'kysely';
import type { Db, Tx } from '../connection/connection.ts';

/** Letters, year and month: what is counted by itself. */
export const caseNoSeries = (officeId: string, letters: string, day: string) => ({
  officeId,
  prefix: `${letters}${day.slice(0, 4)}${day.slice(5, 7)}`,
});

/** Locks the month until its transaction ends: to be had in the last statement. */
export function nextCaseNo(db: Pick<Db, 'insertInto'>, { officeId, prefix }: ReturnType<typeof caseNoSeries>) {
  return db
    .insertInto('case_numbers')
    .values({ office_id: officeId, prefix, last_number: 1 })
    .onConflict((oc) =>
      oc.columns(['office_id', 'prefix']).doUpdateSet({ last_number: sql<number>`case_numbers.last_number + 1` }),
    )
    .returning(
      sql<string>`prefix || lpad(last_number::text, greatest(5, length(last_number::text)), '0')`.as('case_no'),
    );
}

/** Of an old ledger, where they have the office's own form: the counter goes on behind them. */
export async function reserveCaseNumbers(tx: Tx, officeId: string, caseNos: readonly string[]): Promise<void> {
  await sql`insert into case_numbers (office_id, prefix, last_number)
    select ${officeId}, left(case_no, 8), max(right(case_no, 5)::integer) from unnest(${[...caseNos]}::text[]) as case_no
    where case_no ~ '^[A-Z]{2}[0-9]{11}$' and left(case_no, 2) in (select case_no_prefix from procedures) group by 2
    on conflict (office_id, prefix) do update set last_number = greatest(case_numbers.last_number, excluded.last_number)`.execute(
    tx,
  );
}

/** Numbers that are no case's, and that somebody outside knows as well: people, a shelf, the core system, a bank. */
export const OTHER_SERIES = {
  notTakenUp: 'BY',
  notApproved: 'WT',
  archiveBox: 'DA',
  coreBatch: 'HX',
  remittance: 'HK',
} as const;

/** More than an office gives between two nightly backups. */
const LOST_AT_MOST = 1_000;
/** A letter is numbered by the month in which it came, and may be found so long after it. */
const FOUND_LATE_MONTHS = 12;
const TODAY = sql`(office_now() at time zone 'Asia/Shanghai')::date`;

/**
 * For a ledger that was set back: papers with numbers that it has forgotten are on their way, and an answer to one of them must not
 * be taken for another person's. As many as the largest month has had are left out, of every month in which some may have been given.
 */
export async function leaveOutLostCaseNumbers(db: Db): Promise<void> {
  await sql`insert into case_numbers (office_id, prefix, last_number)
    select offices.id, prefixes.letters || to_char(month, 'YYYYMM'),
      greatest(${LOST_AT_MOST}, (select max(last_number) from case_numbers where office_id = offices.id))
    from offices cross join (
      select case_no_prefix as letters, max(case direction when 'out' then ${FOUND_LATE_MONTHS} else 1 end) as back from procedures group by 1
      union select unnest(${Object.values(OTHER_SERIES)}::text[]), 1) prefixes
    cross join lateral (select coalesce(max(accepted_on), ${TODAY}) as day from cases where office_id = offices.id) newest
    cross join lateral generate_series(date_trunc('month', newest.day) - back * interval '1 month', ${TODAY}, interval '1 month') month
    on conflict (office_id, prefix) do update set last_number = case_numbers.last_number + excluded.last_number`.execute(
    db,
  );
}
