/** Takes a case out of its box: the list of contents keeps the line, with who did it and why. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { Db } from '../connection/connection.ts';
import { lockArchive } from '../connection/locks.ts';
import type { Keyring } from '../connection/sealing.ts';
import { newText, withTexts } from '../texts/sealed-texts.ts';
import { noteOfCase } from './note-of-case.ts';

interface Removal {
  readonly officeId: string;
  readonly staffId: string;
  readonly boxId: string;
  readonly caseId: string;
  readonly reason: string;
}

/** @throws Refusal not-found, already-decided */
export function takeOut(db: Db, keyring: Keyring, removal: Removal): Promise<void> {
  const { officeId, staffId, boxId, caseId, reason } = removal;
  return db.transaction().execute(async (tx) => {
    await lockArchive(tx);
    const row = await tx
      .selectFrom('boxed_cases as b')
      .innerJoin('archive_boxes as box', 'box.id', 'b.box_id')
      .select(['b.out_at', 'box.box_no'])
      .where('b.office_id', '=', officeId)
      .where('b.box_id', '=', boxId)
      .where('b.case_id', '=', caseId)
      .executeTakeFirst();
    if (!row) throw new Refusal('not-found', 'This case does not lie in this box.');
    if (row.out_at) throw new Refusal('already-decided', 'Somebody has taken it out already.');
    const text = newText(keyring, { officeId }, reason)!;
    await withTexts(tx, [text])
      .updateTable('boxed_cases')
      .set({ out_at: sql`office_now()`, out_by: staffId, out_reason_id: text.id })
      .where('box_id', '=', boxId)
      .where('case_id', '=', caseId)
      .execute();
    await noteOfCase(tx, caseId, {
      kind: 'takenOutOfBox',
      byStaffId: staffId,
      payload: { boxId, boxNo: row.box_no },
    });
  });
}
