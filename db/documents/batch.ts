/** Papers to other offices that were printed on a day and stand: what goes into the post together. */
import type { DocumentKindName } from '../../domain/documents/kinds.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { readOfficeHead } from './head.ts';

/** More than one envelope cart; a batch is held in memory. */
export const LARGEST_BATCH = 300;

export async function openBatch(db: Db, keyring: Keyring, { officeId, madeOn }: { officeId: string; madeOn: string }) {
  const rows = await db
    .selectFrom('documents as d')
    .innerJoin('transfers as t', 't.id', 'd.transfer_id')
    .innerJoin('counterparts as cp', 'cp.id', 't.counterpart_id')
    .select(['d.id', 'd.kind', 'd.transfer_id', 'd.number', 'd.pages', 'd.content_sealed'])
    .select(['cp.name', 'cp.address', 'cp.postcode'])
    .where('d.office_id', '=', officeId)
    .where('d.made_on', '=', madeOn)
    .where('d.check_code', 'is not', null)
    .where('d.replaced_at', 'is', null)
    .orderBy('cp.area_code')
    .orderBy('d.number')
    .limit(LARGEST_BATCH + 1)
    .execute();
  if (rows.length > LARGEST_BATCH) {
    throw new Refusal('too-large', `One file holds at most ${LARGEST_BATCH} papers; print this day's one by one.`);
  }
  return {
    office: await readOfficeHead(db, officeId),
    papers: rows.map(({ number, kind, pages, name: addressee, address, postcode }) => ({
      number,
      kind: kind as DocumentKindName,
      pages,
      addressee,
      address,
      postcode,
    })),
    transferIds: [...new Set(rows.flatMap(({ transfer_id: id }) => id ?? []))],
    files: rows.map((row) => new Uint8Array(keyring.open(row.content_sealed))),
  };
}
