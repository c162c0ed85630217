/** Notes for who takes over: all of a transfer, and those that wait for somebody. */
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { cutPage } from '../connection/page.ts';
import { HOLDER } from '../holding/hand-over-notes.ts';
import { staffRef } from '../office/staff.ts';
import { openKept } from '../texts/sealed-texts.ts';

interface Row {
  id: string;
  transfer_id: string;
  case_no: string;
  text_id: string;
  text_sealed: Buffer | null;
  written_at: Date;
  exactly: string;
  by_id: string;
  by_name: string;
  by_post: string;
  read_at: Date | null;
  reader_id: string | null;
  reader_name: string | null;
  reader_post: string | null;
  may_read: boolean;
}

/** Unread, of a transfer that he holds, and by somebody else. */
const isFor = (staffId: string): RawBuilder<unknown> =>
  sql`(n.read_at is null and n.written_by <> ${staffId} and t.closed_at is null and ${HOLDER} = ${staffId})`;

const FROM = sql`hand_over_notes n
  join transfers t on t.id = n.transfer_id
  left join steps s on s.transfer_id = t.id and s.closed_at is null`;

async function selectNotes(db: Db, viewerId: string, which: RawBuilder<unknown>, rest: RawBuilder<unknown>) {
  const { rows } = await sql<Row>`
    select n.id, n.transfer_id, cases.case_no, n.text_id, said.sealed as text_sealed, n.written_at, n.written_at::text as exactly,
      writer.id as by_id, writer.display_name as by_name, writer.post as by_post,
      n.read_at, reader.id as reader_id, reader.display_name as reader_name, reader.post as reader_post,
      ${isFor(viewerId)} as may_read
    from ${FROM}
    join cases on cases.id = t.case_id
    join staff writer on writer.id = n.written_by
    left join staff reader on reader.id = n.read_by
    left join sealed_texts said on said.id = n.text_id
    where ${which} ${rest}`.execute(db);
  return rows;
}

const asNote = (row: Row, keyring: Keyring) => ({
  id: row.id,
  transferId: row.transfer_id,
  caseNo: row.case_no,
  text: openKept(keyring, row.text_id, row.text_sealed),
  writtenAt: row.written_at.toISOString(),
  by: staffRef(row.by_id, row.by_name, row.by_post),
  readAt: row.read_at?.toISOString() ?? null,
  readBy: row.reader_id === null ? null : staffRef(row.reader_id, row.reader_name!, row.reader_post!),
  mayRead: row.may_read,
});

/** The newest first. */
export async function listNotesOf(db: Db, keyring: Keyring, transferId: string, viewerId: string) {
  const rows = await selectNotes(
    db,
    viewerId,
    sql`n.transfer_id = ${transferId}`,
    sql`order by n.written_at desc, n.id desc`,
  );
  return rows.map((row) => asNote(row, keyring));
}

export async function findNote(db: Db, keyring: Keyring, id: string, viewerId: string) {
  const [row] = await selectNotes(db, viewerId, sql`n.id = ${id}`, sql``);
  return row && asNote(row, keyring);
}

interface Page {
  readonly after?: { readonly at: string; readonly id: string };
  readonly limit: number;
}

/** Those that wait for him, the newest first. */
export async function listNotesFor(
  db: Db,
  keyring: Keyring,
  reader: { readonly id: string; readonly officeId: string },
  { after, limit }: Page,
) {
  const which = sql`n.office_id = ${reader.officeId} and ${isFor(reader.id)}
    and ${after ? sql`(n.written_at, n.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}`;
  const rows = await selectNotes(
    db,
    reader.id,
    which,
    sql`order by n.written_at desc, n.id desc limit ${sql.lit(limit + 1)}`,
  );
  const { shown, last } = cutPage(rows, limit);
  return {
    items: shown.map((row) => asNote(row, keyring)),
    next: last ? { at: last.exactly, id: last.id } : null,
  };
}

/** As many as the list has. */
export async function countNotesFor(
  db: Db,
  reader: { readonly id: string; readonly officeId: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from ${FROM}
    where n.office_id = ${reader.officeId} and ${isFor(reader.id)}`.execute(db);
  return rows[0]!.count;
}
