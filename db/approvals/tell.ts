/** What became of a proposal stands in the history of its transfer, or of the office when it is about none. */
import type { EventKind } from '../../domain/facts/facts.ts';
import type { Tx } from '../connection/connection.ts';
import { appendEvent, appendOfficeEvent } from '../ledger/append-event.ts';
import type { NewTexts } from '../ledger/event-rows.ts';

interface Told {
  readonly id: string;
  readonly officeId: string;
  readonly kind: string;
  readonly transferId: string | null;
  /** Who did it; null: nobody, the time was over. */
  readonly byStaffId: string | null;
  readonly confirmedBy?: string;
  readonly about?: Record<string, unknown>;
  readonly texts?: NewTexts;
}

export async function tellApproval(tx: Tx, event: EventKind, told: Told): Promise<void> {
  const { id, officeId, kind, transferId, byStaffId, confirmedBy, texts = {} } = told;
  const payload = { approvalId: id, approval: kind, ...(confirmedBy !== undefined && { confirmedBy }), ...told.about };
  if (transferId === null) return appendOfficeEvent(tx, { officeId, kind: event, byStaffId, payload, texts });
  await appendEvent(tx, transferId, {
    kind: event,
    source: byStaffId === null ? 'system' : 'staff',
    byStaffId,
    confirmedBy: confirmedBy ?? null,
    payload,
    texts,
  });
}
