/** What becomes of a remittance stands in the history of its transfer, or of the office where it is of none. */
import type { EventKind } from '../../domain/facts/facts.ts';
import type { Tx } from '../connection/connection.ts';
import { appendEvent, appendOfficeEvent } from '../ledger/append-event.ts';

interface Told {
  readonly officeId: string;
  readonly transferId: string | null;
  readonly occurredAt: Date;
  /** Null: the bank. */
  readonly byStaffId: string | null;
  readonly confirmedBy?: string;
  /** Ids, codes and amounts only. */
  readonly payload: Record<string, unknown>;
}

export async function tellRemittance(tx: Tx, kind: EventKind, told: Told): Promise<void> {
  const { officeId, transferId, occurredAt, byStaffId, confirmedBy, payload } = told;
  if (transferId !== null) {
    const source = byStaffId === null ? 'bank' : 'staff';
    await appendEvent(tx, transferId, {
      kind,
      source,
      byStaffId,
      confirmedBy: confirmedBy ?? null,
      occurredAt,
      payload,
    });
    return;
  }
  const second = confirmedBy === undefined ? {} : { confirmedBy };
  const at = occurredAt.toISOString();
  await appendOfficeEvent(tx, { officeId, kind, byStaffId, payload: { ...payload, ...second, occurredAt: at } });
}
