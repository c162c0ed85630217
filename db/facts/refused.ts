import { randomUUID } from 'node:crypto';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { refusalInsert, refusalNumber, type NewRefusal } from '../ledger/refusals.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

interface Refused {
  readonly reasonCode: string | null | undefined;
  readonly byStaffId: string | null;
  readonly at: Date;
}

/** Not approved after the acceptance (审核不通过): the written answer has a number of its own series. */
export function numberRefusal(ledger: TransferLedger, { reasonCode, byStaffId, at }: Refused): void {
  if (!reasonCode) return;
  const { id: transferId, office_id: officeId } = ledger.transfer;
  const refusal: NewRefusal = {
    id: randomUUID(),
    officeId,
    kind: 'notApproved',
    reasonCode,
    byStaffId,
    refusedAt: at,
    day: dateOf(at),
    transferId,
  };
  ledger.changeRarely('refusal_number', (db) => refusalNumber(db, refusal));
  ledger.changeRarely('refusal', (db) => refusalInsert(db, refusal));
}
