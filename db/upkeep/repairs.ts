/** Repairs that an operator asked for: at most one of a kind is under way, and the office's history says who asked and what came of it. */
import { sql } from 'kysely';
import type { Found, RepairKind } from '../../domain/upkeep.ts';
import type { Db } from '../connection/connection.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';

interface Asked {
  readonly officeId: string;
  readonly kind: RepairKind;
  readonly byStaffId: string;
}

/** @returns the id of the repair, and whether it is a new one */
export async function askForRepair(
  db: Db,
  { officeId, kind, byStaffId }: Asked,
): Promise<{ id: string; isNew: boolean }> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      insert into repairs (office_id, kind, asked_by) values (${officeId}, ${kind}, ${byStaffId})
      on conflict (office_id, kind) where ended_at is null do nothing returning id`.execute(tx);
    const id = rows[0]?.id;
    if (id === undefined) return { id: await underWay(tx, officeId, kind), isNew: false };
    await appendOfficeEvent(tx, { officeId, kind: 'repairAsked', byStaffId, payload: { repairId: id, repair: kind } });
    return { id, isNew: true };
  });
}

/** It may have ended in this very moment: then it is the newest. */
async function underWay(db: Db, officeId: string, kind: RepairKind): Promise<string> {
  const { id } = await db
    .selectFrom('repairs')
    .select('id')
    .where('office_id', '=', officeId)
    .where('kind', '=', kind)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

export interface ClaimedRepair {
  readonly id: string;
  readonly officeId: string;
  readonly kind: RepairKind;
}

/** Of several workers one has it. One that was begun by a worker that is gone is begun again: none of them harms when done twice. */
export async function claimRepair(db: Db, kinds: readonly RepairKind[]): Promise<ClaimedRepair | undefined> {
  const { rows } = await sql<ClaimedRepair>`
    update repairs set begun_at = clock_timestamp()
    where id = (select id from repairs
      where ended_at is null and kind = any(${[...kinds]}::text[])
        and (begun_at is null or begun_at < clock_timestamp() - interval '15 minutes')
      order by asked_at limit 1 for update skip locked)
    returning id, office_id as "officeId", kind`.execute(db);
  return rows[0];
}

export async function endRepair(
  db: Db,
  { id, officeId, kind }: ClaimedRepair,
  { result = {}, failure = '' }: { readonly result?: Found; readonly failure?: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const ended = await tx
      .updateTable('repairs')
      .set({ ended_at: sql<Date>`clock_timestamp()`, failure: failure.slice(0, 300), result: JSON.stringify(result) })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return;
    const payload = { repairId: id, repair: kind, failed: failure !== '', ...result };
    await appendOfficeEvent(tx, { officeId, kind: 'repairEnded', payload });
  });
}
