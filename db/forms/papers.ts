/** Papers as received: sealed, never changed; the same file twice is one paper. */
import { createHash } from 'node:crypto';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';

export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

export interface NewPaper {
  readonly officeId: string;
  readonly transferId: string;
  readonly kind: string;
  readonly mediaType: MediaType;
  readonly content: Buffer;
  readonly byStaffId: string;
}

const COLUMNS = ['id', 'kind', 'media_type', 'byte_length', 'added_at'] as const;

interface Row {
  id: string;
  kind: string;
  media_type: string;
  byte_length: number;
  added_at: Date;
}

const asPaper = (row: Row) => ({
  id: row.id,
  kind: row.kind,
  mediaType: row.media_type,
  byteLength: row.byte_length,
  addedAt: row.added_at.toISOString(),
});

export async function addPaper(db: Db, keyring: Keyring, paper: NewPaper) {
  const sha256 = createHash('sha256').update(paper.content).digest();
  const added = await db
    .insertInto('papers')
    .values({
      office_id: paper.officeId,
      transfer_id: paper.transferId,
      kind: paper.kind,
      media_type: paper.mediaType,
      byte_length: paper.content.length,
      sha256,
      content_sealed: keyring.seal(paper.content),
      added_by: paper.byStaffId,
    })
    .onConflict((oc) => oc.columns(['transfer_id', 'sha256']).doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
  return asPaper(added ?? (await sameFile(db, paper.transferId, sha256)));
}

function sameFile(db: Db, transferId: string, sha256: Buffer) {
  return db
    .selectFrom('papers')
    .select(COLUMNS)
    .where('transfer_id', '=', transferId)
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
}

export async function listPapers(db: Db, transferId: string) {
  const rows = await db
    .selectFrom('papers')
    .select(COLUMNS)
    .where('transfer_id', '=', transferId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map(asPaper);
}

/** Undefined when the transfer has no such paper. */
export async function openPaper(db: Db, keyring: Keyring, place: { officeId: string; transferId: string; id: string }) {
  const row = await db
    .selectFrom('papers')
    .select(['media_type', 'content_sealed'])
    .where('id', '=', place.id)
    .where('transfer_id', '=', place.transferId)
    .where('office_id', '=', place.officeId)
    .executeTakeFirst();
  return row && { mediaType: row.media_type, content: keyring.open(row.content_sealed) };
}
