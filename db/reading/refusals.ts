/** Refusals in writing, as a person reads them; the newest first. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import { maskResidentId } from '../../domain/persons/resident-id.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { afterInstant, cutPage, type AfterInstant } from '../connection/page.ts';
import { staffRef } from '../office/staff.ts';
import type { RefusalKind } from '../ledger/refusals.ts';

function selectRefusals(db: Db, officeId: string) {
  return db
    .selectFrom('refusals as r')
    .innerJoin('reason_codes as reason', 'reason.code', 'r.reason_code')
    .leftJoin('staff as who', 'who.id', 'r.by_staff_id')
    .leftJoin('transfers as t', 't.id', 'r.transfer_id')
    .leftJoin('cases as c', 'c.id', 't.case_id')
    .leftJoin('persons as p', 'p.id', 'c.person_id')
    .select(['r.id', 'r.refusal_no', 'r.kind', 'r.reason_code', 'reason.ground', 'r.transfer_id', 'r.refused_at'])
    .select(['r.name_sealed', 'r.id_number_sealed', 'r.note_sealed', 'c.case_no'])
    .select(['p.name_sealed as person_name', 'p.id_number_sealed as person_number'])
    .select(sql<string>`r.refused_at::text`.as('key'))
    .select(['who.id as who_id', 'who.display_name as who_name', 'who.post as who_post'])
    .where('r.office_id', '=', officeId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectRefusals>['execute']>>[number];

function asRefusal(row: Row, keyring: Keyring) {
  return {
    id: row.id,
    refusalNo: row.refusal_no,
    kind: row.kind as RefusalKind,
    reasonCode: row.reason_code,
    ground: row.ground,
    personName: keyring.openText(row.name_sealed ?? row.person_name) ?? '',
    idNumberMasked: maskResidentId(keyring.openText(row.id_number_sealed ?? row.person_number) ?? ''),
    note: keyring.openText(row.note_sealed),
    transferId: row.transfer_id,
    caseNo: row.case_no,
    refusedAt: row.refused_at.toISOString(),
    by: row.who_id === null ? null : staffRef(row.who_id, row.who_name!, row.who_post!),
  };
}

const refusedOn = sql<string>`office_date(r.refused_at)`;

interface RefusalsAsked {
  readonly officeId: string;
  readonly kind?: RefusalKind | undefined;
  /** Office days, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
  readonly after?: AfterInstant | undefined;
}

export async function listRefusals(
  db: Db,
  keyring: Keyring,
  { officeId, kind, from, to, limit, after }: RefusalsAsked,
) {
  let query = selectRefusals(db, officeId)
    .orderBy('r.refused_at', 'desc')
    .orderBy('r.id')
    .limit(limit + 1);
  if (kind) query = query.where('r.kind', '=', kind);
  if (from !== undefined) query = query.where(refusedOn, '>=', from);
  if (to !== undefined) query = query.where(refusedOn, '<=', to);
  if (after) {
    query = query.where(
      sql<boolean>`(r.refused_at < ${after.at}::timestamptz or (r.refused_at = ${after.at}::timestamptz and r.id > ${after.id}::uuid))`,
    );
  }
  const rows = await query.execute();
  const { shown, last } = cutPage(rows, limit);
  return {
    items: shown.map((row) => asRefusal(row, keyring)),
    next: afterInstant(last),
  };
}

/** @throws Refusal not-found */
export async function readRefusal(db: Db, keyring: Keyring, officeId: string, id: string) {
  const row = await selectRefusals(db, officeId).where('r.id', '=', id).executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such refusal.');
  return asRefusal(row, keyring);
}
