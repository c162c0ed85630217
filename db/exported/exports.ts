/** Files that are asked for: made one after the other, given to who asked, gone after some days. */
import { sql } from 'kysely';
import { EXPORT_KEPT_DAYS, type ExportFailure, type ExportFormat, type ExportWhat } from '../../domain/exported.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';
import { alone } from '../connection/locks.ts';
import type { Keyring } from '../connection/sealing.ts';

export type ExportFilter = Readonly<Record<string, string>>;

export interface NewExport {
  readonly officeId: string;
  readonly byStaffId: string;
  readonly what: ExportWhat;
  readonly format: ExportFormat;
  readonly filter: ExportFilter;
}

/** Nobody needs more at once; what is asked for again and again is a mistake. */
const MOST_AT_ONCE = 5;

export async function createExport(db: Db, keyring: Keyring, asked: NewExport) {
  const { officeId, byStaffId, what, format, filter } = asked;
  const { id } = await sql<{ id: string }>`insert into exports (office_id, asked_by, what, format, filter_sealed)
    select ${officeId}, ${byStaffId}::uuid, ${what}, ${format}, ${sealedFilter(keyring, filter)}
    where (select count(*) from exports where asked_by = ${byStaffId}::uuid and state in ('waiting', 'running')) < ${MOST_AT_ONCE}
    returning id`
    .execute(db)
    .then(({ rows }) => rows[0] ?? tooMany());
  return (await readExport(db, keyring, byStaffId, id))!;
}

const tooMany = (): never => {
  throw new Refusal(
    'too-many-attempts',
    `${String(MOST_AT_ONCE)} files of yours are not made yet; wait for one of them.`,
  );
};

const PLACE = 'exports filter';
const sealedFilter = (keyring: Keyring, filter: ExportFilter): Buffer => keyring.seal(JSON.stringify(filter), PLACE);
const openFilter = (keyring: Keyring, sealed: Buffer): ExportFilter =>
  JSON.parse(keyring.open(sealed, PLACE).toString('utf8')) as ExportFilter;

function selectExports(db: Db, byStaffId: string) {
  return db
    .selectFrom('exports')
    .select(['id', 'what', 'format', 'filter_sealed', 'state', 'failure', 'rows_done', 'rows_total', 'bytes'])
    .select(['asked_at', 'finished_at', 'kept_until'])
    .select(sql<boolean>`kept_until < now()`.as('isOver'))
    .select(sql<string>`office_date(asked_at)::text`.as('askedOn'))
    .where('asked_by', '=', byStaffId);
}

/** Undefined unless this colleague has asked for it. */
export async function readExport(db: Db, keyring: Keyring, byStaffId: string, id: string) {
  const row = await selectExports(db, byStaffId).where('id', '=', id).executeTakeFirst();
  return row && asView(keyring, row);
}

/** Newest first. */
export async function listExports(db: Db, keyring: Keyring, byStaffId: string, limit: number) {
  const rows = await selectExports(db, byStaffId).orderBy('created_at', 'desc').orderBy('id').limit(limit).execute();
  return rows.map((row) => asView(keyring, row));
}

type Row = Awaited<ReturnType<ReturnType<typeof selectExports>['execute']>>[number];

function asView(keyring: Keyring, row: Row) {
  const format = row.format as ExportFormat;
  return {
    id: row.id,
    what: row.what as ExportWhat,
    format,
    filter: openFilter(keyring, row.filter_sealed),
    state: row.isOver ? ('expired' as const) : (row.state as 'waiting' | 'running' | 'done' | 'failed' | 'expired'),
    failure: row.failure === '' ? null : (row.failure as ExportFailure),
    rows: row.rows_done,
    rowsTotal: row.rows_total,
    bytes: row.bytes,
    askedOn: row.askedOn,
    askedAt: row.asked_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    keptUntil: row.kept_until?.toISOString() ?? null,
  };
}

export interface WaitingExport extends NewExport {
  readonly id: string;
  /** How often it was begun before. */
  readonly begun: number;
  /** Throws when the lock is lost with its connection: another process may be at it by now. */
  readonly checkHeld: () => Promise<unknown>;
}

/** Works on the oldest that is not made; false when there is none, or another process is at it. */
export async function withNextExport(
  db: Db,
  keyring: Keyring,
  work: (next: WaitingExport) => Promise<void>,
): Promise<boolean> {
  const worked = await alone(db, 'exports', async (held) => {
    const next = await held
      .selectFrom('exports')
      .select(['id', 'office_id', 'asked_by', 'what', 'format', 'filter_sealed', 'begun'])
      .where('state', 'in', ['waiting', 'running'])
      .orderBy('created_at')
      .orderBy('id')
      .executeTakeFirst();
    if (!next) return false;
    await work({
      id: next.id,
      officeId: next.office_id,
      byStaffId: next.asked_by,
      what: next.what as ExportWhat,
      format: next.format as ExportFormat,
      filter: openFilter(keyring, next.filter_sealed),
      begun: next.begun,
      checkHeld: () => sql`select 1`.execute(held),
    });
    return true;
  });
  return worked ?? false;
}

/** From its first row, whatever an earlier beginning has left: there is never half a file. */
export async function beginExport(db: Db, id: string): Promise<void> {
  await sql`with gone as (delete from export_parts where export_id = ${id})
    update exports set state = 'running', begun = begun + 1, rows_done = 0, rows_total = null, bytes = 0 where id = ${id}`.execute(
    db,
  );
}

/** It was not the file that failed. */
export async function forgetBeginning(db: Db, id: string): Promise<void> {
  await sql`update exports set begun = begun - 1 where id = ${id}`.execute(db);
}

export async function noteTotal(db: Db, id: string, rowsTotal: number): Promise<void> {
  await db.updateTable('exports').set({ rows_total: rowsTotal }).where('id', '=', id).execute();
}

export async function finishExport(db: Db, id: string, rows: number): Promise<void> {
  await sql`update exports set state = 'done', finished_at = office_now(), rows_done = ${rows}, rows_total = ${rows},
    kept_until = now() + make_interval(days => ${EXPORT_KEPT_DAYS}) where id = ${id}`.execute(db);
}

/** Nothing of it stays. */
export async function failExport(db: Db, id: string, failure: ExportFailure): Promise<void> {
  await sql`with gone as (delete from export_parts where export_id = ${id})
    update exports set state = 'failed', failure = ${failure}, finished_at = office_now(), bytes = 0 where id = ${id}`.execute(
    db,
  );
}

/** Files whose days are over. @returns how many */
export async function forgetExports(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`with over as (
      update exports set state = 'expired', bytes = 0 where state = 'done' and kept_until < now() returning id),
    gone as (delete from export_parts where export_id in (select id from over))
    select count(*)::integer as count from over`.execute(db);
  return rows[0]!.count;
}
