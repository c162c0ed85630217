/** Files that came in: kept sealed, worked off one after the other, resumable at the last committed batch. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../connection/connection.ts';
import { alone } from '../connection/locks.ts';
import type { Keyring } from '../connection/sealing.ts';

export type ImportKind =
  | 'counterparts'
  | 'ledgerIn'
  | 'ledgerOut'
  | 'openTransfers'
  | 'bankStatement'
  | 'courierScans'
  | 'contributions'
  | 'coreReceipts'
  | 'platformInTransit';

export interface NewImport {
  readonly officeId: string;
  readonly kind: ImportKind;
  readonly file: Buffer;
  readonly byStaffId: string;
}

/** About the file as a whole: where, a stable code, and why. */
export interface FileWarning {
  readonly field: string;
  readonly code: string;
  readonly reason: string;
}

export interface WaitingImport {
  readonly id: string;
  readonly officeId: string;
  readonly kind: ImportKind;
  /** Undefined: brought by the operator. */
  readonly byStaffId: string | undefined;
  /** The second person, once somebody has confirmed what the file would end or pay. */
  readonly confirmedBy: string | undefined;
  /** Throws when the lock is lost with its connection: another process may be at it by now. */
  readonly checkHeld: () => Promise<unknown>;
}

export async function createImport(db: Db, keyring: Keyring, { officeId, kind, file, byStaffId }: NewImport) {
  const { id } = await db
    .insertInto('imports')
    .values({
      office_id: officeId,
      kind,
      created_by: byStaffId,
      file_sealed: keyring.seal(file),
      file_sha256: createHash('sha256').update(file).digest(),
      handed_in_at: sql`office_now()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return (await readImport(db, officeId, id))!;
}

/** Undefined when the office has no such import. */
export async function readImport(db: Db, officeId: string, id: string) {
  const row = await selectImports(db).where('office_id', '=', officeId).where('id', '=', id).executeTakeFirst();
  return row && asView(row);
}

/** Newest first. */
export async function listImports(db: Db, officeId: string, limit: number) {
  const rows = await selectImports(db)
    .where('office_id', '=', officeId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(asView);
}

function selectImports(db: Db) {
  return db
    .selectFrom('imports')
    .select([
      'id',
      'kind',
      'state',
      'failure',
      'lines_total',
      'lines_done',
      'accepted',
      'refused',
      'unchanged',
      'changed',
      'file_warnings',
      'held_rows',
      'held_fen',
    ])
    .select(['handed_in_at', 'created_at', 'worked_off_at', 'finished_at'])
    .select(
      sql<string | null>`(select corrects_import_id from import_corrections where import_id = imports.id limit 1)`.as(
        'corrects',
      ),
    );
}

function asView(row: Awaited<ReturnType<ReturnType<typeof selectImports>['execute']>>[number]) {
  return {
    id: row.id,
    kind: row.kind as ImportKind,
    state: row.state as 'waiting' | 'running' | 'done' | 'failed',
    failure: row.failure,
    linesTotal: row.lines_total,
    linesDone: row.lines_done,
    accepted: row.accepted,
    refused: row.refused,
    unchanged: row.unchanged,
    changed: row.changed,
    warnings: row.file_warnings as { field: string; code: string; message: string }[],
    heldRows: row.held_rows,
    heldFen: row.held_fen,
    corrects: row.corrects,
    // Of a release before only the real time is known.
    createdAt: (row.handed_in_at ?? row.created_at).toISOString(),
    finishedAt: (row.worked_off_at ?? row.finished_at)?.toISOString() ?? null,
  };
}

/**
 * Works on the oldest import that is not finished; false when there is none, or another process is at it. Files are worked
 * off in the order in which they came, because a ledger needs its directory first.
 */
export async function withNextImport(db: Db, work: (next: WaitingImport) => Promise<void>): Promise<boolean> {
  const worked = await alone(db, 'imports', async (held) => {
    const next = await held
      .selectFrom('imports')
      .select(['id', 'office_id', 'kind', 'created_by', 'confirmed_by'])
      .where('state', 'in', ['waiting', 'running'])
      .orderBy('created_at')
      .orderBy('id')
      .executeTakeFirst();
    if (!next) return false;
    const checkHeld = () => sql`select 1`.execute(held);
    const { id, office_id: officeId, confirmed_by: confirmedBy } = next;
    await work({
      id,
      officeId,
      kind: next.kind as ImportKind,
      byStaffId: next.created_by ?? undefined,
      confirmedBy: confirmedBy ?? undefined,
      checkHeld,
    });
    return true;
  });
  return worked ?? false;
}

export async function readImportFile(db: Db, keyring: Keyring, id: string): Promise<Buffer> {
  const row = await db.selectFrom('imports').select('file_sealed').where('id', '=', id).executeTakeFirstOrThrow();
  return keyring.open(row.file_sealed);
}

export async function beginImport(
  db: Db,
  id: string,
  linesTotal: number,
  warnings: readonly FileWarning[],
): Promise<void> {
  const said = JSON.stringify(warnings.map(({ field, code, reason }) => ({ field, code, message: reason })));
  await sql`update imports set state = 'running', started_at = coalesce(started_at, now()), lines_total = ${linesTotal},
    file_warnings = ${said}::jsonb
    where id = ${id}`.execute(db);
}

/** Committed together with the lines that are counted, so that a resumed import counts nothing twice. */
export async function noteProgress(
  tx: Tx,
  id: string,
  verdicts: readonly ('accepted' | 'refused' | 'unchanged' | 'changed')[],
  held: { readonly rows: number; readonly fen: number },
): Promise<void> {
  const count = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
  await sql`update imports set lines_done = lines_done + ${verdicts.length}::integer,
      accepted = accepted + ${count('accepted')}::integer, refused = refused + ${count('refused')}::integer,
      unchanged = unchanged + ${count('unchanged')}::integer, changed = changed + ${count('changed')}::integer,
      held_rows = held_rows + ${held.rows}::integer, held_fen = held_fen + ${held.fen}::bigint
    where id = ${id}`.execute(tx);
}

export async function finishImport(db: Db, id: string, failure = ''): Promise<void> {
  await sql`update imports set state = ${failure === '' ? 'done' : 'failed'}, failure = ${failure}, finished_at = now(),
    worked_off_at = office_now()
    where id = ${id}`.execute(db);
}

/** What a row that waits for a second person is refused with. */
export const HELD = 'needsConfirmation';

/** Rows that waited for a second person are worked off anew, each as far as it still fits. */
export async function releaseHeld(tx: Tx, id: string, confirmedBy: string): Promise<void> {
  await sql`with held as (
      delete from import_refusals where import_id = ${id} and code = ${HELD} returning line),
    gone as (
      delete from import_lines where import_id = ${id} and line in (select line from held) returning line)
    update imports set state = 'waiting', finished_at = null, worked_off_at = null, confirmed_by = ${confirmedBy},
      lines_done = lines_done - (select count(*) from gone), refused = refused - (select count(*) from gone)
    where id = ${id}`.execute(tx);
}

/** What went in, and how many rows wait for a second person. */
export function readHeld(db: Db, id: string) {
  return db
    .selectFrom('imports')
    .select(['held_rows', 'accepted', 'changed'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
