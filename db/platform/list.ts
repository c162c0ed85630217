/** What the console reads of the platform: the numbers of a day side by side, and its differences. */
import { sql } from 'kysely';
import type { DifferenceKind, Direction } from '../../domain/platform.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { settleOnce, type Settlement } from '../ledger/settling.ts';
import { staffRef } from '../office/staff.ts';
import { keptText, openKept } from '../texts/sealed-texts.ts';

export interface DifferenceFilter {
  readonly officeId: string;
  /** Default: the newest list. */
  readonly day?: string | undefined;
  readonly kind?: DifferenceKind | undefined;
  readonly direction?: Direction | undefined;
  readonly ownerId?: string | undefined;
}

interface DifferenceRow {
  id: string;
  kind: DifferenceKind;
  direction: Direction;
  serial: string | null;
  areaCode: string | null;
  arrivedAt: Date | null;
  transferId: string | null;
  caseNo: string | null;
  counterpart: string | null;
  theirs: string | null;
  ours: string | null;
  firstOn: string;
  owner: string;
  ownerName: string;
  ownerPost: string;
  settledAt: Date | null;
  noteId: string | null;
  note: Buffer | null;
}

/** The list of the day, or the last one before it; null: none has come by then. */
export async function readPlatformDay(
  db: Db,
  keyring: Keyring,
  { officeId, day, kind, direction, ownerId }: DifferenceFilter,
) {
  const listedOn = await listBy(db, officeId, day);
  if (listedOn === null) return { listedOn, sides: [], items: [] };
  const { rows } = await sql<DifferenceRow>`
    select d.id, d.kind, d.direction, d.serial, r.area_code as "areaCode", r.arrived_at as "arrivedAt", d.transfer_id as "transferId",
      c.case_no as "caseNo", cp.name as counterpart, d.theirs, d.ours, d.first_on as "firstOn", owner.id as owner,
      owner.display_name as "ownerName", owner.post as "ownerPost", d.settled_at as "settledAt", d.note_id as "noteId",
      ${keptText('d.note_id')} as note
    from platform_differences d
    join staff owner on owner.id = d.owner_id
    left join platform_rows r on r.office_id = d.office_id and r.serial = d.serial
    left join transfers t on t.id = d.transfer_id
    left join cases c on c.id = t.case_id
    left join counterparts cp on cp.id = t.counterpart_id
    where d.office_id = ${officeId} and ${listedOn}::date between d.first_on and d.last_on
      and (d.ended_on is null or d.ended_on > ${listedOn}::date)
      and (${kind ?? null}::text is null or d.kind = ${kind ?? null})
      and (${direction ?? null}::text is null or d.direction = ${direction ?? null})
      and (${ownerId ?? null}::uuid is null or d.owner_id = ${ownerId ?? null}::uuid)
    order by d.settled_at is not null, d.first_on, d.kind, d.serial, c.case_no, d.id`.execute(db);
  return { listedOn, sides: await readSides(db, officeId, listedOn), items: rows.map((row) => asView(keyring, row)) };
}

function asView(
  keyring: Keyring,
  { owner, ownerName, ownerPost, settledAt, arrivedAt, noteId, note, ...row }: DifferenceRow,
) {
  return {
    ...row,
    arrivedAt: arrivedAt?.toISOString() ?? null,
    owner: staffRef(owner, ownerName, ownerPost),
    settledAt: settledAt?.toISOString() ?? null,
    note: openKept(keyring, noteId, note),
  };
}

async function listBy(db: Db, officeId: string, day: string | undefined): Promise<string | null> {
  const { rows } = await sql<{ on: string | null }>`select max(listed_on) as on from platform_lists
    where office_id = ${officeId} and (${day ?? null}::date is null or listed_on <= ${day ?? null}::date)`.execute(db);
  return rows[0]?.on ?? null;
}

async function readSides(db: Db, officeId: string, listedOn: string) {
  const { rows } = await sql<{
    direction: Direction;
    there: number;
    here: number;
    overdueThere: number;
    overdueHere: number;
  }>`select direction, there, here, overdue_there as "overdueThere", overdue_here as "overdueHere" from platform_lists
    where office_id = ${officeId} and listed_on = ${listedOn}::date order by direction`.execute(db);
  return rows;
}

/** Looked into: it stays on the list while the two differ by just this, and asks nobody any more. @throws Refusal not-found, already-decided */
export async function settlePlatformDifference(tx: Tx, keyring: Keyring, settlement: Settlement): Promise<void> {
  const { officeId, id, byStaffId } = settlement;
  const { rows } = await sql<{ isOver: boolean; transferId: string | null }>`
    select settled_at is not null or ended_on is not null as "isOver", transfer_id as "transferId"
    from platform_differences where office_id = ${officeId} and id = ${id} for update`.execute(tx);
  await settleOnce(tx, keyring, settlement, { kind: 'platformDifferenceSettled', known: rows[0] }, (noteId) =>
    sql`update platform_differences set settled_at = office_now(), settled_by = ${byStaffId}, note_id = ${noteId}
      where id = ${id}`.execute(tx),
  );
}
