/** Papers as received: sealed, never changed; the same file twice is one paper. */
import { createHash } from 'node:crypto';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { keptText, newText, openKept, textsInsert } from '../texts/sealed-texts.ts';

export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

export interface NewPaper {
  readonly officeId: string;
  readonly transferId: string;
  readonly kind: string;
  readonly mediaType: MediaType;
  readonly content: Buffer;
  readonly byStaffId: string;
}

const COLUMNS = ['id', 'kind', 'kind_id', 'media_type', 'byte_length', 'added_at'] as const;

interface Row {
  id: string;
  /** Of the release before; see `kind_id`. */
  kind: string;
  kind_id: string | null;
  kind_sealed: Buffer | null;
  media_type: string;
  byte_length: number;
  added_at: Date;
}

const asPaper = (row: Row, keyring: Keyring) => ({
  id: row.id,
  kind: openKept(keyring, row.kind_id, row.kind_sealed, row.kind),
  mediaType: row.media_type,
  byteLength: row.byte_length,
  addedAt: row.added_at.toISOString(),
});

export async function addPaper(db: Db, keyring: Keyring, paper: NewPaper) {
  const sha256 = createHash('sha256').update(paper.content).digest();
  const kind = newText(keyring, paper, paper.kind);
  return db.transaction().execute(async (tx) => {
    const isNew = await insertPaper(tx, { ...paper, sha256, sealed: keyring.seal(paper.content), kindId: kind?.id });
    if (isNew && kind) await textsInsert(tx, [kind]).execute();
    return asPaper(await sameFile(tx, paper.transferId, sha256), keyring);
  });
}

interface PaperRow extends Omit<NewPaper, 'kind'> {
  readonly sha256: Buffer;
  readonly sealed: Buffer;
  readonly kindId: string | undefined;
}

/** False: the transfer has it already. */
async function insertPaper(tx: Tx, paper: PaperRow): Promise<boolean> {
  const added = await tx
    .insertInto('papers')
    .values({
      office_id: paper.officeId,
      transfer_id: paper.transferId,
      kind: '',
      kind_id: paper.kindId ?? null,
      media_type: paper.mediaType,
      byte_length: paper.content.length,
      sha256: paper.sha256,
      content_sealed: paper.sealed,
      added_by: paper.byStaffId,
    })
    .onConflict((oc) => oc.columns(['transfer_id', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

function sameFile(db: Db, transferId: string, sha256: Buffer) {
  return db
    .selectFrom('papers')
    .select(COLUMNS)
    .select(keptText('kind_id').as('kind_sealed'))
    .where('transfer_id', '=', transferId)
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
}

export async function listPapers(db: Db, keyring: Keyring, transferId: string) {
  const rows = await db
    .selectFrom('papers')
    .select(COLUMNS)
    .select(keptText('kind_id').as('kind_sealed'))
    .where('transfer_id', '=', transferId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => asPaper(row, keyring));
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
