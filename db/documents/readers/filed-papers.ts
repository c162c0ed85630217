/** Papers of a transfer, scanned and printed, with what proves that a copy is theirs: the sum of their bytes. */
import type { FiledPaper } from '../../../documents/kinds/case-file-data.ts';
import type { Db } from '../../connection/connection.ts';
import type { Keyring } from '../../connection/sealing.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import { keptText, openKept } from '../../texts/sealed-texts.ts';

/** Of all scans that are bound in: the case file is drawn in memory and kept as one row. */
const LARGEST_SCANS_BYTES = 48 * 1024 * 1024;

/** In the order in which they came; those with which the file would be too large are named without their bytes. */
export async function filedPapersOf(
  tx: Db,
  keyring: Keyring,
  transferId: string,
  largest = LARGEST_SCANS_BYTES,
): Promise<FiledPaper[]> {
  const rows = await tx
    .selectFrom('papers')
    .leftJoin('staff', 'staff.id', 'papers.added_by')
    .select(['papers.id', 'kind', 'kind_id', keptText('kind_id').as('kind_sealed'), 'media_type'])
    .select(['byte_length', 'sha256', 'added_at', 'staff.display_name'])
    .where('transfer_id', '=', transferId)
    .orderBy('added_at')
    .orderBy('papers.id')
    .execute();
  let room = largest;
  const papers: FiledPaper[] = [];
  for (const row of rows) {
    const fits = row.byte_length <= room;
    if (fits) room -= row.byte_length;
    papers.push({
      kind: openKept(keyring, row.kind_id, row.kind_sealed, row.kind),
      mediaType: row.media_type,
      byteLength: row.byte_length,
      sha256: row.sha256.toString('hex'),
      addedOn: dateOf(row.added_at),
      addedBy: row.display_name,
      bytes: fits ? await scanOf(tx, keyring, row.id) : null,
    });
  }
  return papers;
}

async function scanOf(tx: Db, keyring: Keyring, id: string): Promise<Uint8Array> {
  const { content_sealed: sealed } = await tx
    .selectFrom('papers')
    .select('content_sealed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return new Uint8Array(keyring.open(sealed));
}

/** Those that we printed, in the order of their making; the case file itself is none of them. */
export async function printedOf(tx: Db, transferId: string) {
  const rows = await tx
    .selectFrom('documents')
    .innerJoin('staff', 'staff.id', 'documents.made_by')
    .select(['kind', 'number', 'version', 'pages', 'made_on', 'replaced_at', 'content_sha256', 'staff.display_name'])
    .where('transfer_id', '=', transferId)
    .where('kind', '<>', 'caseFile')
    .orderBy('made_at')
    .orderBy('documents.id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    number: row.number,
    version: row.version,
    pages: row.pages,
    madeOn: row.made_on,
    madeBy: row.display_name,
    replaced: row.replaced_at !== null,
    sha256: row.content_sha256.toString('hex'),
  }));
}
