/** Notes for whoever takes a transfer over: written by who leaves it, read once by who holds it then. */
import { sql } from 'kysely';
import { keyReused, Refusal } from '../../domain/errors.ts';
import type { Role } from '../../domain/roles.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { newText, withTexts } from '../texts/sealed-texts.ts';
import { inCareOf } from './in-care.ts';

export interface Writer {
  readonly id: string;
  readonly officeId: string;
  readonly roles: readonly Role[];
}

interface NewNote {
  readonly transferId: string;
  readonly text: string;
  readonly idempotencyKey?: string | undefined;
}

/** Part of a statement over `t` and its open step `s`: who holds it. */
export const HOLDER = sql<string>`coalesce(s.owner_id, t.steward_id)`;

/** Its holder, its steward, and the manager; nobody of what is closed. */
export async function mayWriteNote(db: Db, { id, roles }: Writer, transferId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select ${HOLDER} = ${id} or ${inCareOf(id)} or ${roles.includes('manager')} as may
    from transfers t left join steps s on s.transfer_id = t.id and s.closed_at is null
    where t.id = ${transferId} and t.closed_at is null`.execute(db);
  return rows[0]?.may === true;
}

/** @returns the note's id; the same one for the same key @throws Refusal transfer-closed, forbidden */
export function writeNote(db: Db, keyring: Keyring, writer: Writer, note: NewNote): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const ledger = await TransferLedger.open(tx, note.transferId, writer.officeId);
    const before = await writtenBefore(tx, writer, note);
    if (before !== undefined) return before;
    if (ledger.transfer.closed_at) throw new Refusal('transfer-closed', 'This transfer is closed.');
    if (!(await mayWriteNote(tx, writer, note.transferId))) {
      throw new Refusal('forbidden', 'Its holder, its steward or the manager writes a note for who takes it over.');
    }
    const about = { officeId: writer.officeId, transferId: note.transferId };
    const text = newText(keyring, about, note.text)!;
    const { id } = await withTexts(tx, [text])
      .insertInto('hand_over_notes')
      .values({
        office_id: writer.officeId,
        transfer_id: note.transferId,
        written_by: writer.id,
        text_id: text.id,
        idempotency_key: note.idempotencyKey ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tell(ledger, 'handOverWritten', writer.id, id);
    return id;
  });
}

/** Under the lock of the transfer: two that come at once are one. @throws Refusal idempotency-key-reused */
async function writtenBefore(tx: Tx, writer: Writer, note: NewNote): Promise<string | undefined> {
  if (note.idempotencyKey === undefined) return undefined;
  const row = await tx
    .selectFrom('hand_over_notes')
    .select(['id', 'transfer_id', 'written_by'])
    .where('office_id', '=', writer.officeId)
    .where('idempotency_key', '=', note.idempotencyKey)
    .executeTakeFirst();
  if (row && (row.transfer_id !== note.transferId || row.written_by !== writer.id)) throw keyReused();
  return row?.id;
}

/** By whoever holds the transfer and has not written it; once. @throws Refusal not-found, forbidden, already-decided */
export function readNote(db: Db, reader: Writer, noteId: string): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const note = await tx
      .selectFrom('hand_over_notes')
      .select(['transfer_id', 'written_by'])
      .where('id', '=', noteId)
      .where('office_id', '=', reader.officeId)
      .executeTakeFirst();
    if (!note) throw new Refusal('not-found', 'There is no such note.');
    const ledger = await TransferLedger.open(tx, note.transfer_id, reader.officeId);
    if (note.written_by === reader.id || !(await holds(tx, note.transfer_id, reader.id))) {
      throw new Refusal('forbidden', 'It is for whoever takes the transfer over.');
    }
    const { numUpdatedRows } = await tx
      .updateTable('hand_over_notes')
      .set({ read_by: reader.id, read_at: ledger.now })
      .where('id', '=', noteId)
      .where('read_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Refusal('already-decided', 'Somebody has read it already.');
    await tell(ledger, 'handOverRead', reader.id, noteId);
  });
}

async function holds(tx: Tx, transferId: string, staffId: string): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`select ${HOLDER} = ${staffId} as holds
    from transfers t left join steps s on s.transfer_id = t.id and s.closed_at is null
    where t.id = ${transferId}`.execute(tx);
  return rows[0]?.holds === true;
}

/** The history keeps who and when; the words stand apart from it. */
async function tell(
  ledger: TransferLedger,
  kind: 'handOverWritten' | 'handOverRead',
  byStaffId: string,
  noteId: string,
): Promise<void> {
  ledger.note({ kind, occurredAt: ledger.now, source: 'staff', byStaffId, payload: { noteId } });
  await ledger.write();
}
