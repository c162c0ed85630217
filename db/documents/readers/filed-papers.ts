/** Scanned papers of a transfer with what proves that a copy is theirs: the sum of their bytes. */
import type { Tx } from '../../connection/connection.ts';
import type { Keyring } from '../../connection/sealing.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import { keptText, openKept } from '../../texts/sealed-texts.ts';

export async function filedPapersOf(tx: Tx, keyring: Keyring, transferId: string) {
  const rows = await tx
    .selectFrom('papers')
    .leftJoin('staff', 'staff.id', 'papers.added_by')
    .select([
      'kind',
      'kind_id',
      keptText('kind_id').as('kind_sealed'),
      'media_type',
      'byte_length',
      'sha256',
      'added_at',
    ])
    .select('staff.display_name')
    .where('transfer_id', '=', transferId)
    .orderBy('added_at')
    .orderBy('papers.id')
    .execute();
  return rows.map((row) => ({
    kind: openKept(keyring, row.kind_id, row.kind_sealed, row.kind),
    mediaType: row.media_type,
    byteLength: row.byte_length,
    sha256: row.sha256.toString('hex'),
    addedOn: dateOf(row.added_at),
    addedBy: row.display_name,
  }));
}
