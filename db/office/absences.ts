/** Who is away, and who stands in. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { keptText, newText, openKept, withTexts } from '../texts/sealed-texts.ts';
import { staffRef, type StaffRef } from './staff.ts';
import { IN_FORCE } from './in-force.ts';

function selectAbsences(db: Db, officeId: string) {
  return db
    .selectFrom('absences as a')
    .innerJoin('staff', 'staff.id', 'a.staff_id')
    .leftJoin('staff as stand', 'stand.id', 'a.stand_in_id')
    .leftJoin('staff as deputy', 'deputy.id', 'a.deputy_id')
    .select([
      'a.id',
      'a.staff_id',
      'a.from_day',
      'a.until_day',
      'a.note',
      'a.note_id',
      'a.created_at',
      'a.ended_at',
      'staff.display_name',
      'staff.post',
      'stand.id as stand_in_id',
      'stand.display_name as stand_in_name',
      'stand.post as stand_in_post',
      'deputy.id as deputy_id',
      'deputy.display_name as deputy_name',
      'deputy.post as deputy_post',
    ])
    .select(keptText('a.note_id').as('note_sealed'))
    .select(
      sql<number>`(select count(*)::integer from responsibilities r join steps s
        on s.transfer_id = r.transfer_id and s.ordinal = r.ordinal
        where r.kind = 'step' and r.until is null and s.closed_at is null
          and r.why in ('standIn', 'managerHolds') and r.since >= a.created_at
          and exists (select from responsibilities b where b.transfer_id = r.transfer_id and b.ordinal = r.ordinal
            and b.staff_id = a.staff_id and b.until >= a.created_at))`.as('moved_steps'),
    )
    .where('a.office_id', '=', officeId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectAbsences>['execute']>>[number];

/** movedSteps: the steps that are still open with somebody else because of this absence. */
const asAbsence = (row: Row, keyring: Keyring) => ({
  id: row.id,
  staff: staffRef(row.staff_id, row.display_name, row.post),
  standIn: row.stand_in_id === null ? null : staffRef(row.stand_in_id, row.stand_in_name!, row.stand_in_post!),
  deputy: row.deputy_id === null ? null : staffRef(row.deputy_id, row.deputy_name!, row.deputy_post!),
  fromDay: row.from_day,
  untilDay: row.until_day,
  note: openKept(keyring, row.note_id, row.note_sealed, row.note),
  movedSteps: row.moved_steps,
  endedAt: row.ended_at?.toISOString() ?? null,
});

export async function listAbsences(db: Db, keyring: Keyring, officeId: string) {
  const rows = await selectAbsences(db, officeId)
    .where('a.ended_at', 'is', null)
    .orderBy('a.from_day')
    .orderBy('a.id')
    .execute();
  return rows.map((row) => asAbsence(row, keyring));
}

export async function readAbsence(db: Db, keyring: Keyring, officeId: string, id: string) {
  const row = await selectAbsences(db, officeId).where('a.id', '=', id).executeTakeFirstOrThrow();
  return asAbsence(row, keyring);
}

/** Who is in his place for the transfers that he is the steward of, while he is away today. */
export async function deputyToday(db: Db, staffId: string): Promise<StaffRef | null> {
  const row = await db
    .selectFrom('absences as a')
    .innerJoin('staff as deputy', 'deputy.id', 'a.deputy_id')
    .select(['deputy.id', 'deputy.display_name', 'deputy.post'])
    .where('a.staff_id', '=', staffId)
    .where(IN_FORCE)
    .orderBy('a.from_day')
    .executeTakeFirst();
  return row ? staffRef(row.id, row.display_name, row.post) : null;
}

export interface NewAbsence {
  readonly officeId: string;
  readonly staffId: string;
  readonly standInId?: string;
  readonly fromDay: string;
  readonly untilDay?: string;
  readonly note?: string;
  readonly byStaffId: string;
}

export async function insertAbsence(tx: Db, keyring: Keyring, absence: NewAbsence): Promise<string> {
  const note = newText(keyring, { officeId: absence.officeId }, absence.note);
  const { id } = await withTexts(tx, [note])
    .insertInto('absences')
    .values({
      office_id: absence.officeId,
      staff_id: absence.staffId,
      stand_in_id: absence.standInId ?? null,
      from_day: absence.fromDay,
      until_day: absence.untilDay ?? null,
      note_id: note?.id ?? null,
      created_by: absence.byStaffId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The absence that was ended just now; undefined when it had ended before or does not exist. */
export function endAbsence(tx: Db, officeId: string, id: string) {
  return tx
    .updateTable('absences')
    .set({ ended_at: sql<Date>`office_now()` })
    .where('id', '=', id)
    .where('office_id', '=', officeId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
}

/** Those whose last day has passed end with it. @returns their ids */
export async function endPassedAbsences(tx: Db, officeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update absences
    set ended_at = (until_day + 1)::timestamp at time zone 'Asia/Shanghai'
    where office_id = ${officeId} and ended_at is null and until_day < office_date(office_now())
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

export interface AbsenceInForce {
  readonly id: string;
  readonly staffId: string;
  readonly standInId: string | null;
  readonly deputyId: string | null;
}

/** Of colleagues who work here. */
export function absencesInForce(db: Db, officeId: string, day: string): Promise<AbsenceInForce[]> {
  return db
    .selectFrom('absences as a')
    .innerJoin('staff', 'staff.id', 'a.staff_id')
    .select(['a.id', 'a.staff_id as staffId', 'a.stand_in_id as standInId', 'a.deputy_id as deputyId'])
    .where('a.office_id', '=', officeId)
    .where('staff.active', '=', true)
    .where('a.ended_at', 'is', null)
    .where('a.from_day', '<=', day)
    .where((eb) => eb.or([eb('a.until_day', 'is', null), eb('a.until_day', '>=', day)]))
    .orderBy('a.id')
    .execute();
}

export async function nameDeputy(tx: Db, id: string, deputyId: string): Promise<void> {
  await tx.updateTable('absences').set({ deputy_id: deputyId }).where('id', '=', id).execute();
}
