/** What operators were told of, so that they are told once in a while and not once in a round. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

export interface Reading {
  readonly condition: 'violations' | 'outboxAge' | 'smsGateway' | 'backupAge';
  readonly value: number;
  readonly limit: number;
}

export interface Claimed extends Reading {
  readonly state: 'raised' | 'recovered';
  readonly since: string;
  readonly at: string;
}

/** Those to be told now. Claiming puts the next telling a period off, whoever else looks meanwhile. */
export async function claimAlerts(db: Db, readings: readonly Reading[], periodMinutes: number): Promise<Claimed[]> {
  const claimed: Claimed[] = [];
  for (const reading of readings) {
    const row = reading.value > reading.limit ? await raise(db, reading, periodMinutes) : await recover(db, reading);
    if (row) {
      const state = reading.value > reading.limit ? 'raised' : 'recovered';
      claimed.push({ ...reading, state, since: row.since.toISOString(), at: row.at.toISOString() });
    }
  }
  return claimed;
}

interface Times {
  since: Date;
  at: Date;
}

async function raise(db: Db, { condition }: Reading, periodMinutes: number): Promise<Times | undefined> {
  const { rows } = await sql<Times>`
    insert into alerts as a (condition, raised_at, next_try_at)
    values (${condition}, clock_timestamp(), clock_timestamp() + interval '1 minute' * ${periodMinutes}::double precision)
    on conflict (condition) do update set recovered = false,
      raised_at = case when a.recovered then clock_timestamp() else a.raised_at end,
      told_at = case when a.recovered then null else a.told_at end,
      failed_tries = case when a.recovered then 0 else a.failed_tries end,
      next_try_at = excluded.next_try_at
    where a.next_try_at <= clock_timestamp()
    returning raised_at as since, clock_timestamp() as at`.execute(db);
  return rows[0];
}

/** Only what was told is taken back; a figure that swings is told again after its period at the earliest. */
async function recover(db: Db, { condition }: Reading): Promise<Times | undefined> {
  const { rows } = await sql<Times>`
    update alerts set recovered = true where condition = ${condition} and not recovered and failed_tries < 10
    returning raised_at as since, clock_timestamp() as at, told_at as told`.execute(db);
  const row = rows[0] as (Times & { told: Date | null }) | undefined;
  return row?.told ? row : undefined;
}

/** What nobody took is tried again in a minute, then later and later, up to an hour. */
export async function settleAlert(db: Db, { condition, state }: Claimed, delivered: boolean): Promise<void> {
  if (delivered) {
    await sql`update alerts set failed_tries = 0, told_at = case when ${state} = 'raised' then clock_timestamp() else told_at end
      where condition = ${condition}`.execute(db);
    return;
  }
  await sql`update alerts set failed_tries = failed_tries + 1, recovered = ${state} <> 'recovered' and recovered,
    next_try_at = clock_timestamp() + least(interval '1 minute' * power(2, failed_tries), interval '1 hour')
    where condition = ${condition}`.execute(db);
}
