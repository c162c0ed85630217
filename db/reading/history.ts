/** The history of a transfer, oldest first; notes are opened for the reader. */
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import type { EventRow } from '../ledger/event-rows.ts';
import { staffRef, type StaffRef } from '../office/staff.ts';

function selectEvents(db: Db, transferId: string) {
  return db
    .selectFrom('events as e')
    .leftJoin('staff', 'staff.id', 'e.by_staff_id')
    .leftJoin('staff as second', 'second.id', 'e.confirmed_by')
    .select([
      'e.seq',
      'e.fact_seq',
      'e.kind',
      'e.step_ordinal',
      'e.outcome',
      'e.reason_code',
      'e.source',
      'e.occurred_at',
      'e.recorded_at',
      'e.payload',
      'e.corrects_seq',
      'staff.id as staff_id',
      'staff.display_name',
      'staff.post',
      'second.id as second_id',
      'second.display_name as second_name',
      'second.post as second_post',
    ])
    .where('e.transfer_id', '=', transferId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectEvents>['execute']>>[number];

interface Named {
  readonly by: StaffRef | null;
  readonly confirmedBy: StaffRef | null;
}

/** As it is shown, with whom the row names. */
export function asEvent(row: Pick<EventRow, ShownColumn>, { by, confirmedBy }: Named, keyring: Keyring) {
  return {
    seq: row.seq,
    factSeq: row.fact_seq,
    kind: row.kind,
    stepOrdinal: row.step_ordinal,
    outcome: row.outcome,
    reasonCode: row.reason_code,
    by,
    confirmedBy,
    source: row.source,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    payload: withNote(row.payload, keyring),
    correctsSeq: row.corrects_seq,
  };
}
type ShownColumn = keyof EventRow & keyof Row;

function readRow(row: Row, keyring: Keyring) {
  const by = row.staff_id === null ? null : staffRef(row.staff_id, row.display_name!, row.post!);
  const confirmedBy = row.second_id === null ? null : staffRef(row.second_id, row.second_name!, row.second_post!);
  return asEvent(row as Row & Pick<EventRow, 'kind' | 'source' | 'payload'>, { by, confirmedBy }, keyring);
}

function withNote({ noteSealed, ...payload }: Record<string, unknown>, keyring: Keyring): Record<string, unknown> {
  if (typeof noteSealed !== 'string') return payload;
  return { ...payload, note: keyring.openText(Buffer.from(noteSealed, 'base64')) };
}

export async function listEvents(
  db: Db,
  keyring: Keyring,
  transferId: string,
  { after, limit }: { after: number; limit: number },
) {
  const rows = await selectEvents(db, transferId)
    .where('e.seq', '>', after)
    .orderBy('e.seq')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map((row) => readRow(row, keyring));
  return { items, next: rows.length > limit ? items.at(-1)!.seq : null };
}

export async function readEvent(db: Db, keyring: Keyring, transferId: string, seq: number) {
  return readRow(await selectEvents(db, transferId).where('e.seq', '=', seq).executeTakeFirstOrThrow(), keyring);
}
