/** What the console reads of the platform: the numbers of a day side by side, and its differences. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { DifferenceKind, Direction } from '../../domain/platform.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { staffRef } from '../office/staff.ts';
import { insertTexts, keptText, newText, openKept } from '../texts/sealed-texts.ts';

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

interface Settling {
  readonly officeId: string;
  readonly id: string;
  readonly byStaffId: string;
  readonly note: string;
}

/** Looked into: it stays on the list while the two differ by just this, and asks nobody any more. */
export async function settleDifference(
  tx: Tx,
  keyring: Keyring,
  { officeId, id, byStaffId, note }: Settling,
): Promise<void> {
  const { rows } = await sql<{
    settled: boolean;
    ended: boolean;
  }>`select settled_at is not null as settled, ended_on is not null as ended
    from platform_differences where office_id = ${officeId} and id = ${id} for update`.execute(tx);
  const [known] = rows;
  if (!known) throw new Refusal('not-found', 'There is no such difference.');
  if (known.settled || known.ended) throw new Refusal('already-decided', 'It is settled already, or gone.');
  const text = newText(keyring, { officeId }, note);
  await insertTexts(tx, [text]);
  await sql`update platform_differences set settled_at = office_now(), settled_by = ${byStaffId}, note_id = ${text?.id ?? null}
    where id = ${id}`.execute(tx);
  await appendOfficeEvent(tx, {
    officeId,
    kind: 'platformDifferenceSettled',
    byStaffId,
    payload: { differenceId: id },
  });
}
