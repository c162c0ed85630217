/** Boxes, and what lies in one (卷内目录). */
import { sql } from 'kysely';
import type { BoxKind } from '../../domain/archive.ts';
import { Refusal } from '../../domain/errors.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { staffRef } from '../office/staff.ts';
import { keptText, openKept } from '../texts/sealed-texts.ts';

const lying = (out: boolean) =>
  sql<number>`(select count(*) from boxed_cases where boxed_cases.box_id = b.id and (boxed_cases.out_at is not null) = ${out})`;

function selectBoxes(db: Db, officeId: string) {
  return db
    .selectFrom('archive_boxes as b')
    .innerJoin('staff', 'staff.id', 'b.made_by')
    .select(['b.id', 'b.box_no', 'b.month', 'b.direction', 'b.kind', 'b.kept_years', 'b.keep_until', 'b.made_at'])
    .select(['staff.id as staff_id', 'staff.display_name', 'staff.post'])
    .select([lying(false).as('cases'), lying(true).as('out')])
    .where('b.office_id', '=', officeId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectBoxes>['execute']>>[number];

const asBox = (row: Row) => ({
  id: row.id,
  boxNo: row.box_no,
  month: row.month,
  direction: row.direction as 'in' | 'out',
  kind: row.kind as BoxKind,
  keptYears: row.kept_years,
  keepUntil: row.keep_until,
  by: staffRef(row.staff_id, row.display_name, row.post),
  at: row.made_at.toISOString(),
  cases: row.cases,
  out: row.out,
});

interface BoxesAsked {
  readonly officeId: string;
  readonly month?: string | undefined;
  readonly limit: number;
  /** The number of the last box of the page before. */
  readonly before?: string | undefined;
}

export async function listBoxes(db: Db, { officeId, month, limit, before }: BoxesAsked) {
  const rows = await selectBoxes(db, officeId)
    .$if(month !== undefined, (query) => query.where('b.month', '=', month!))
    .$if(before !== undefined, (query) => query.where('b.box_no', '<', before!))
    .orderBy('b.box_no', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(asBox);
  return { items, next: rows.length > limit ? items.at(-1)!.boxNo : null };
}

export async function listBoxesByIds(db: Db, officeId: string, ids: readonly string[]) {
  const rows = await selectBoxes(db, officeId).where('b.id', 'in', ids).orderBy('b.box_no').execute();
  return rows.map(asBox);
}

/** @throws Refusal not-found */
export async function readBox(db: Db, keyring: Keyring, officeId: string, id: string) {
  const box = await selectBoxes(db, officeId).where('b.id', '=', id).executeTakeFirst();
  if (!box) throw new Refusal('not-found', 'There is no such box.');
  return { ...asBox(box), items: await contentsOf(db, keyring, id) };
}

const leading = sql<string>`(select t.id from transfers t where t.case_id = line.case_id order by t.leg desc, coalesce(t.link = 'supplement', false), t.number desc limit 1)`;

async function contentsOf(db: Db, keyring: Keyring, boxId: string) {
  const rows = await db
    .selectFrom('boxed_cases as line')
    .innerJoin('cases as c', 'c.id', 'line.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .innerJoin('counterparts as cp', 'cp.id', 'c.counterpart_id')
    .leftJoin('staff as who', 'who.id', 'line.out_by')
    .select(['line.position', 'line.case_id', 'c.case_no', 'p.name_sealed', 'cp.name as counterpart', 'line.papers'])
    .select(['line.closed_at', 'line.out_at', 'line.out_reason_id', keptText('line.out_reason_id').as('out_sealed')])
    .select(['who.id as who_id', 'who.display_name as who_name', 'who.post as who_post', leading.as('transfer_id')])
    .select(
      sql<boolean>`line.out_at is null and exists (select from transfers t
        where t.case_id = line.case_id and t.closed_at is null)`.as('reopened'),
    )
    .where('line.box_id', '=', boxId)
    .orderBy('line.position')
    .execute();
  return rows.map((row) => ({
    position: row.position,
    caseId: row.case_id,
    transferId: row.transfer_id,
    caseNo: row.case_no,
    personName: keyring.openText(row.name_sealed) ?? '',
    counterpart: row.counterpart,
    closedOn: dateOf(row.closed_at),
    papers: row.papers,
    reopened: row.reopened,
    outAt: row.out_at?.toISOString() ?? null,
    outBy: row.who_id === null ? null : staffRef(row.who_id, row.who_name!, row.who_post!),
    outReason: row.out_reason_id === null ? null : openKept(keyring, row.out_reason_id, row.out_sealed),
  }));
}

/** Something was taken out after the list of contents was printed for the last time. */
export async function emptiedSincePrinted(db: Db, boxId: string): Promise<boolean> {
  const { rows } = await sql<{ emptied: boolean }>`
    select coalesce((select max(out_at) from boxed_cases where box_id = ${boxId}::uuid)
      >= (select max(made_at) from documents where subject_id = ${boxId}::uuid and kind = 'boxContents'), false) as emptied`.execute(
    db,
  );
  return rows[0]!.emptied;
}
