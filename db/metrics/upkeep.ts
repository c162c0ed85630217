/** What the worker, the gateways and the database say of themselves. All instants and ages are real time. */
import { sql } from 'kysely';
import type { Found, RepairKind, UpkeepJob } from '../../domain/upkeep.ts';
import type { Db } from '../connection/connection.ts';

export interface JobRow {
  readonly job: UpkeepJob;
  readonly endedAt: Date;
  readonly ageSeconds: number;
  readonly tookMs: number;
  readonly failingSince: Date | null;
  readonly reason: string;
  readonly found: Found;
}

export async function readJobs(db: Db): Promise<JobRow[]> {
  const { rows } = await sql<JobRow>`
    select job, ended_at as "endedAt", took_ms as "tookMs", failing_since as "failingSince", reason, found,
      greatest(extract(epoch from clock_timestamp() - ended_at), 0)::double precision as "ageSeconds"
    from upkeep_runs order by job`.execute(db);
  return rows;
}

export interface DatabaseFigures {
  readonly connections: number;
  readonly connectionsMost: number;
  readonly waitingForLock: number;
  /** Of our own statements that run now, this one apart. */
  readonly longestStatementSeconds: number;
  readonly byteLength: number;
}

export async function readDatabaseFigures(db: Db): Promise<DatabaseFigures> {
  const { rows } = await sql<DatabaseFigures>`
    select count(*)::integer as connections, current_setting('max_connections')::integer as "connectionsMost",
      count(*) filter (where state = 'active' and wait_event_type = 'Lock')::integer as "waitingForLock",
      coalesce(max(extract(epoch from clock_timestamp() - query_start))
        filter (where state = 'active' and datname = current_database() and pid <> pg_backend_pid()), 0)
        ::double precision as "longestStatementSeconds",
      pg_database_size(current_database())::double precision as "byteLength"
    from pg_stat_activity where backend_type = 'client backend'`.execute(db);
  return rows[0]!;
}

export interface SmsFigures {
  readonly waiting: number;
  /** Of those that wait: put off because the gateway did not take them. */
  readonly putOff: number;
  readonly unknown: number;
  readonly lastTakenAt: Date | null;
  readonly lastReceiptAt: Date | null;
  /** Our word for the last answer that was none. */
  readonly lastFailure: string | null;
}

/** Of the last few hundred messages: what the gateway said lately, whatever it said in other years. */
export async function readSmsFigures(db: Db, officeId: string): Promise<SmsFigures> {
  const { rows } = await sql<SmsFigures>`
    with lately as materialized (
      select state, sent_at, settled_at, failure from notices
      where office_id = ${officeId} and sent_at is not null order by sent_at desc limit 300
    ),
    waiting as materialized (
      select failure, tries, first_tried_at from notices
      where office_id = ${officeId} and state in ('queued', 'sending') and channel = 'sms'
    )
    select (select count(*)::integer from waiting) as waiting,
      (select count(*)::integer from waiting where failure <> '') as "putOff",
      (select count(*)::integer from lately where state = 'unknown') as unknown,
      (select max(sent_at) from lately where state in ('sent', 'delivered')) as "lastTakenAt",
      (select max(settled_at) from lately where state = 'delivered') as "lastReceiptAt",
      coalesce(
        (select failure from waiting where failure <> '' order by first_tried_at desc nulls last limit 1),
        (select failure from lately where failure ~ '^(gateway|noAnswer|crashed)' order by sent_at desc limit 1)
      ) as "lastFailure"`.execute(db);
  return rows[0]!;
}

export interface AlertRow {
  readonly condition: 'violations' | 'outboxAge' | 'smsGateway' | 'backupAge';
  readonly raisedAt: Date;
  readonly toldAt: Date | null;
  readonly failedTries: number;
  readonly over: boolean;
}

export async function readAlerts(db: Db): Promise<AlertRow[]> {
  const { rows } = await sql<AlertRow>`
    select condition, raised_at as "raisedAt", told_at as "toldAt", failed_tries as "failedTries", recovered as over
    from alerts order by raised_at desc`.execute(db);
  return rows;
}

export interface BackupRow {
  readonly madeAt: Date;
  readonly verifiedAt: Date;
  readonly ageSeconds: number;
  readonly byteLength: number;
  readonly rowCount: number;
}

export async function readLastBackup(db: Db): Promise<BackupRow | undefined> {
  const { rows } = await sql<BackupRow>`
    select made_at as "madeAt", verified_at as "verifiedAt",
      extract(epoch from clock_timestamp() - made_at)::double precision as "ageSeconds", byte_length::double precision as "byteLength",
      row_count::double precision as "rowCount"
    from backups order by made_at desc limit 1`.execute(db);
  return rows[0];
}

export interface RepairRow {
  readonly id: string;
  readonly kind: RepairKind;
  readonly askedAt: Date;
  readonly waitedSeconds: number;
  readonly askedBy: { readonly id: string; readonly displayName: string };
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
  readonly failure: string;
  readonly result: Found;
}

export async function listRepairs(db: Db, officeId: string): Promise<RepairRow[]> {
  const { rows } = await sql<RepairRow>`
    select r.id, r.kind, r.asked_at as "askedAt", r.begun_at as "begunAt", r.ended_at as "endedAt", r.failure, r.result,
      extract(epoch from clock_timestamp() - r.asked_at)::double precision as "waitedSeconds",
      json_build_object('id', s.id, 'displayName', s.display_name) as "askedBy"
    from repairs r join staff s on s.id = r.asked_by
    where r.office_id = ${officeId} order by r.asked_at desc limit 20`.execute(db);
  return rows;
}
