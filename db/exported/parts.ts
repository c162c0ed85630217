/** A file that went out, piece by piece: written while it is made, opened one by one while it is fetched. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface FilePart {
  readonly exportId: string;
  readonly no: number;
  readonly content: Buffer;
  /** Whose records are in it. */
  readonly transferIds: readonly string[];
  /** Of the whole file so far. */
  readonly rows: number;
}

/** Sealed for its place: in another file, or in another order, it does not open. */
const placeOf = (exportId: string, no: number): string => `export_parts ${exportId} ${String(no)}`;

/** With how far the file is. */
export async function savePart(
  db: Db,
  keyring: Keyring,
  { exportId, no, content, transferIds, rows }: FilePart,
): Promise<void> {
  await sql`with part as (insert into export_parts (export_id, no, content_sealed, transfer_ids)
      values (${exportId}, ${no}, ${keyring.seal(content, placeOf(exportId, no))}, ${[...transferIds]}::uuid[]))
    update exports set rows_done = ${rows}, bytes = bytes + ${content.length}::bigint where id = ${exportId}`.execute(
    db,
  );
}

/** In their order, one at a time in memory. */
export async function* fileParts(db: Db, keyring: Keyring, exportId: string): AsyncIterable<Buffer> {
  for (let no = 1; ; no++) {
    const part = await db
      .selectFrom('export_parts')
      .select('content_sealed')
      .where('export_id', '=', exportId)
      .where('no', '=', no)
      .executeTakeFirst();
    if (!part) return;
    yield keyring.open(part.content_sealed, placeOf(exportId, no));
  }
}

/** Whose records are in the whole file, each once. */
export async function recordsIn(db: Db, exportId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct id from export_parts, unnest(transfer_ids) as id
    where export_id = ${exportId} order by id`.execute(db);
  return rows.map(({ id }) => id);
}
