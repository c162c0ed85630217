/** Every state that remittances were in, with who said it: the first is the plan. */
import { sql } from 'kysely';
import type { MoneyPlace, RemittanceState } from '../../domain/money/remittance.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { staffRef } from '../office/staff.ts';
import { keptText, openKept } from '../texts/sealed-texts.ts';

interface Row {
  remittance_id: string;
  state: RemittanceState;
  place: MoneyPlace;
  occurred_at: Date;
  recorded_at: Date;
  by_id: string | null;
  by_name: string | null;
  by_post: string | null;
  second_id: string | null;
  second_name: string | null;
  second_post: string | null;
  entry_id: string | null;
  note_id: string | null;
  note_sealed: Buffer | null;
}

export async function movesOf(db: Db, keyring: Keyring, ids: readonly string[]) {
  const { rows } = await sql<Row>`
    select move.remittance_id, move.state, move.place, move.occurred_at, move.recorded_at, who.id as by_id, who.display_name as by_name,
      who.post as by_post, other.id as second_id, other.display_name as second_name, other.post as second_post, move.entry_id,
      move.note_id, ${keptText('move.note_id')} as note_sealed
    from remittance_moves move
    left join staff as who on who.id = move.by_staff_id
    left join staff as other on other.id = move.confirmed_by
    where move.remittance_id = any(${[...ids]}::uuid[])
    order by move.remittance_id, move.seq`.execute(db);
  return rows.map((row) => ({ remittanceId: row.remittance_id, move: asMove(keyring, row) }));
}

const asMove = (keyring: Keyring, row: Row) => ({
  state: row.state,
  place: row.place,
  occurredAt: row.occurred_at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
  by: row.by_id === null ? null : staffRef(row.by_id, row.by_name!, row.by_post!),
  confirmedBy: row.second_id === null ? null : staffRef(row.second_id, row.second_name!, row.second_post!),
  entryId: row.entry_id,
  note: openKept(keyring, row.note_id, row.note_sealed),
});
