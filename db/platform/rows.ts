/** The newest that the platform has said of each of its serials, and the transfer that it speaks of. */
import { sql } from 'kysely';
import type { Direction, PlatformStatus } from '../../domain/platform.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { canonicalId } from '../persons/person-rows.ts';

export interface PlatformRow {
  readonly serial: string;
  readonly listedOn: string;
  readonly direction: Direction;
  readonly areaCode: string;
  readonly arrivedAt: Date;
  readonly status: PlatformStatus;
  readonly days: number;
  readonly overdue: boolean | null;
  readonly name: string;
  readonly idNumber: string;
}

/** `older`: a later list has spoken of this serial already; nothing is written. */
export type PutPlatformRow = 'accepted' | 'unchanged' | 'changed' | 'older';

/**
 * By the number of the person and the direction: an open transfer, best one with an agency of that area, else a closed one with it.
 * Never by a name, nor by an amount.
 */
export async function findTransfer(
  tx: Tx,
  keyring: Keyring,
  officeId: string,
  row: PlatformRow,
): Promise<string | null> {
  const hashes = keyring.hashes('idNumber', canonicalId(row.idNumber) ?? row.idNumber);
  const { rows } = await sql<{ id: string }>`
    select t.id from person_hashes h
    join cases c on c.person_id = h.person_id and c.office_id = ${officeId}
    join transfers t on t.case_id = c.id and t.direction = ${row.direction} and t.link is distinct from 'supplement'
    join counterparts cp on cp.id = t.counterpart_id
    cross join lateral (select coalesce(cp.area, cp.area_code) = ${row.areaCode} as here) as area
    where h.kind = 'idNumber' and h.hash = any(${hashes}::bytea[]) and (t.closed_at is null or area.here)
    order by t.closed_at is null desc, area.here desc, t.accepted_at desc, t.id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

interface Kept {
  direction: Direction;
  area_code: string;
  arrived_at: Date;
  status: PlatformStatus;
  days: number;
  overdue: boolean | null;
  name_sealed: Buffer;
  id_number_sealed: Buffer;
  last_listed_on: string;
}

export async function putPlatformRow(
  tx: Tx,
  keyring: Keyring,
  { officeId, transferId }: { readonly officeId: string; readonly transferId: string | null },
  row: PlatformRow,
): Promise<PutPlatformRow> {
  const { rows } =
    await sql<Kept>`select direction, area_code, arrived_at, status, days, overdue, name_sealed, id_number_sealed,
    last_listed_on from platform_rows where office_id = ${officeId} and serial = ${row.serial} for update`.execute(tx);
  const [known] = rows;
  const values = {
    direction: row.direction,
    area_code: row.areaCode,
    arrived_at: row.arrivedAt,
    status: row.status,
    days: row.days,
    overdue: row.overdue,
    transfer_id: transferId,
    last_listed_on: row.listedOn,
  };
  const sealed = { name_sealed: keyring.seal(row.name), id_number_sealed: keyring.seal(row.idNumber) };
  if (!known) {
    const first = { office_id: officeId, serial: row.serial, first_listed_on: row.listedOn };
    await tx
      .insertInto('platform_rows')
      .values({ ...first, ...values, ...sealed })
      .execute();
    return 'accepted';
  }
  if (known.last_listed_on > row.listedOn) return 'older';
  if (known.last_listed_on === row.listedOn && isSame(keyring, known, row)) return 'unchanged';
  await tx
    .updateTable('platform_rows')
    .set({ ...values, ...sealed })
    .where('office_id', '=', officeId)
    .where('serial', '=', row.serial)
    .execute();
  return 'changed';
}

const isSame = (keyring: Keyring, known: Kept, row: PlatformRow): boolean =>
  known.direction === row.direction &&
  known.area_code === row.areaCode &&
  known.arrived_at.getTime() === row.arrivedAt.getTime() &&
  known.status === row.status &&
  known.days === row.days &&
  known.overdue === row.overdue &&
  keyring.openText(known.name_sealed) === row.name &&
  keyring.openText(known.id_number_sealed) === row.idNumber;

/** The newest day of which a list has come; undefined: none has. */
export async function newestDay(tx: Tx, officeId: string): Promise<string | undefined> {
  const { rows } = await sql<{
    on: string | null;
  }>`select max(last_listed_on) as on from platform_rows where office_id = ${officeId}`.execute(tx);
  return rows[0]?.on ?? undefined;
}
