import type { Tx } from '../connection/connection.ts';
import { withTexts } from '../texts/sealed-texts.ts';
import { idsOf, type NewEvent, type NewTexts } from './event-rows.ts';
import { TransferLedger } from './transfer-ledger.ts';

/** Appends one event that is no fact; locks the transfer. Not inside another ledger of the same transfer. */
export async function appendEvent(
  tx: Tx,
  transferId: string,
  event: Omit<NewEvent, 'occurredAt'> & { occurredAt?: Date },
) {
  const ledger = await TransferLedger.open(tx, transferId);
  const noted = ledger.note({ ...event, occurredAt: event.occurredAt ?? ledger.now });
  await ledger.write();
  return noted;
}

/** What happened in the office apart from any one transfer. */
export async function appendOfficeEvent(
  tx: Tx,
  event: {
    officeId: string;
    kind: string;
    byStaffId?: string | null;
    payload?: Record<string, unknown>;
    texts?: NewTexts;
  },
): Promise<void> {
  await withTexts(tx, Object.values(event.texts ?? {}))
    .insertInto('office_events')
    .values({
      office_id: event.officeId,
      kind: event.kind,
      by_staff_id: event.byStaffId ?? null,
      payload: JSON.stringify({ ...event.payload, ...idsOf(event.texts) }),
    })
    .execute();
}
