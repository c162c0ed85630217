/** The history of a transfer, oldest first; notes are opened for the reader. */
import type { EventKind, FactKind } from '../domain/facts.ts';
import type { Db } from './connection.ts';
import type { Keyring } from './sealing.ts';
import type { EventSource } from './transfer-ledger.ts';
import { staffRef } from './transfer-rows.ts';

function selectEvents(db: Db, transferId: string) {
  return db
    .selectFrom('events as e')
    .leftJoin('staff', 'staff.id', 'e.by_staff_id')
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
    ])
    .where('e.transfer_id', '=', transferId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectEvents>['execute']>>[number];

function asEvent(row: Row, keyring: Keyring) {
  return {
    seq: row.seq,
    factSeq: row.fact_seq,
    kind: row.kind as FactKind | EventKind,
    stepOrdinal: row.step_ordinal,
    outcome: row.outcome,
    reasonCode: row.reason_code,
    by: row.staff_id === null ? null : staffRef(row.staff_id, row.display_name!, row.post!),
    source: row.source as EventSource,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    payload: withNote(row.payload as Record<string, unknown>, keyring),
    correctsSeq: row.corrects_seq,
  };
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
  const items = rows.slice(0, limit).map((row) => asEvent(row, keyring));
  return { items, next: rows.length > limit ? items.at(-1)!.seq : null };
}

export async function readEvent(db: Db, keyring: Keyring, transferId: string, seq: number) {
  return asEvent(await selectEvents(db, transferId).where('e.seq', '=', seq).executeTakeFirstOrThrow(), keyring);
}
