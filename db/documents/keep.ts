/** Keeps what was drawn, unless the transfer has gone on since it was read. */
import { createHash, randomUUID } from 'node:crypto';
import type { Rendered } from '../../documents/render/render.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import type { Prepared } from './prepare.ts';

/** Its id; undefined: something happened meanwhile, and what was drawn says what is no longer so. */
export function keepDocument(db: Db, prepared: Prepared, rendered: Rendered): Promise<string | undefined> {
  return db.transaction().execute(async (tx) => {
    if (!(await standsAsRead(tx, prepared))) return undefined;
    const { asked, issued, replaces } = prepared;
    if (replaces && !(await markReplaced(tx, replaces.id))) return undefined;
    const id = randomUUID();
    if (!(await insert(tx, id, prepared, rendered))) return undefined;
    const payload = { documentId: id, kind: asked.kind, version: issued.version };
    await appendOfficeEvent(tx, { officeId: asked.officeId, byStaffId: asked.staffId, kind: 'documentMade', payload });
    return id;
  });
}

/** Under the lock of the transfer: nothing can happen to it until the paper is kept. */
async function standsAsRead(tx: Tx, { asked, lastSeq }: Prepared): Promise<boolean> {
  if (asked.transferId === null) return true;
  const { last_seq: now } = await tx
    .selectFrom('transfers')
    .select('last_seq')
    .where('id', '=', asked.transferId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return now === lastSeq;
}

/** False: somebody else has replaced it in the same moment. */
async function markReplaced(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('documents')
    .set((eb) => ({ replaced_at: eb.fn<Date>('office_now', []) }))
    .where('id', '=', id)
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** False: the number was given to another paper in the same moment. */
async function insert(
  tx: Tx,
  id: string,
  { asked, issued, replaces, templateId, transferIds }: Prepared,
  { bytes, pages }: Rendered,
) {
  const content = Buffer.from(bytes);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('documents')
    .values({
      id,
      office_id: asked.officeId,
      kind: asked.kind,
      transfer_id: asked.transferId,
      subject_id: asked.subjectId,
      transfer_ids: [...new Set(transferIds)],
      number: issued.number,
      version: issued.version,
      replaces: replaces?.id ?? null,
      check_code: issued.check?.code ?? null,
      template_id: templateId,
      pages,
      byte_length: content.length,
      content_sha256: createHash('sha256').update(content).digest(),
      content_sealed: asked.keyring.seal(content),
      made_on: issued.day,
      made_by: asked.staffId,
    })
    .onConflict((oc) => oc.columns(['office_id', 'kind', 'number', 'version']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
