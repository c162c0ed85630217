/** What was not taken up, and what was not approved: under the number that it got when it was refused. */
import type { RefusalData } from '../../../documents/kinds/refusal.ts';
import { Refusal } from '../../../domain/errors.ts';
import { dateOf } from '../../../domain/time/shanghai-day.ts';
import type { RefusalKind } from '../../ledger/refusals.ts';
import { readRefusal } from '../../reading/refusals.ts';
import type { DocumentReader, Reading } from '../reading.ts';

const reader =
  (kind: RefusalKind): DocumentReader<RefusalData> =>
  async (reading) => {
    const id = reading.subjectId ?? (await refusalOfTransfer(reading));
    const refusal = await readRefusal(reading.tx, reading.keyring, reading.officeId, id);
    if (refusal.kind !== kind) throw new Refusal('not-due', 'This is no refusal of that kind.');
    const { zh: reason } = await reading.tx
      .selectFrom('reason_codes')
      .select('zh')
      .where('code', '=', refusal.reasonCode)
      .executeTakeFirstOrThrow();
    return {
      number: refusal.refusalNo,
      data: {
        personName: refusal.personName,
        idNumberMasked: refusal.idNumberMasked,
        caseNo: refusal.caseNo ?? '',
        reason,
        reasonCode: refusal.reasonCode,
        ground: refusal.ground,
        refusedOn: dateOf(new Date(refusal.refusedAt)),
      },
    };
  };

async function refusalOfTransfer({ tx, officeId, transferId }: Reading): Promise<string> {
  const row = await tx
    .selectFrom('refusals')
    .select('id')
    .where('transfer_id', '=', transferId)
    .where('office_id', '=', officeId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-due', 'Nothing was refused here, so there is nothing to be told in writing.');
  return row.id;
}

export const readNotTakenUp = reader('notTakenUp');
export const readNotApproved = reader('notApproved');
