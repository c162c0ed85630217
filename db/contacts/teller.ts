/** Where a talk is told: in the history of the transfer that it is about, else in that of the office. */
import type { EventKind } from '../../domain/facts/facts.ts';
import type { Tx } from '../connection/connection.ts';
import { closeOfficeTask, closeTasks } from '../holding/task-changes.ts';
import { openOfficeTask, openTask, type NewTask } from '../holding/tasks.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

export interface Told {
  readonly kind: EventKind;
  readonly occurredAt: Date;
  /** Null: the office's clock. */
  readonly byStaffId: string | null;
  /** Ids and codes only. */
  readonly payload: Record<string, unknown>;
}

export interface Teller {
  tell(told: Told): Promise<void>;
  /** Nothing happens when it is there already. */
  openTask(task: NewTask): Promise<void>;
  closeTask(naturalKey: string, byStaffId: string | null): Promise<void>;
  /** Last of all. */
  write(): Promise<void>;
}

/** With the transfer under lock. @throws Refusal not-found */
export async function tellerOf(tx: Tx, officeId: string, transferId: string | null): Promise<Teller> {
  if (transferId === null) return ofOffice(tx, officeId);
  const ledger = await TransferLedger.open(tx, transferId, officeId);
  return {
    tell: async ({ kind, occurredAt, byStaffId, payload }) => {
      ledger.note({ kind, occurredAt, source: byStaffId === null ? 'system' : 'staff', byStaffId, payload });
    },
    openTask: async (task) => void (await openTask(ledger, task)),
    closeTask: async (naturalKey, byStaffId) =>
      void (await closeTasks(ledger, { naturalKey }, { note: '', byStaffId })),
    write: async () => void (await ledger.write()),
  };
}

const ofOffice = (tx: Tx, officeId: string): Teller => ({
  tell: ({ kind, occurredAt, byStaffId, payload }) =>
    appendOfficeEvent(tx, { officeId, kind, byStaffId, payload: { ...payload, occurredAt: occurredAt.toISOString() } }),
  openTask: (task) => openOfficeTask(tx, officeId, task),
  closeTask: (naturalKey, byStaffId) => closeOfficeTask(tx, officeId, naturalKey, { note: '', byStaffId }),
  write: () => Promise.resolve(),
});
