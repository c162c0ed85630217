/** Money that a person must decide about is that person's task until it is decided. */
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Tx } from '../connection/connection.ts';
import { ownerNow } from '../holding/owners.ts';
import { closeOfficeTask, tellTaskAgain } from '../holding/task-changes.ts';
import { openOfficeTask } from '../holding/tasks.ts';

/** Who has the money that is no transfer's. */
export async function financeOwner(tx: Tx, officeId: string, now: Date): Promise<string> {
  return (await ownerNow(tx, officeId, { role: 'finance', on: dateOf(now) })).staffId;
}

const moneyTaskKey = (partId: string): string => `suspense:${partId}`;

interface Asked {
  readonly officeId: string;
  readonly ownerId: string;
  readonly creditId: string;
  readonly partId: string;
  readonly state: string;
  readonly reason: string;
}

export async function askPerson(tx: Tx, { officeId, ownerId, creditId, partId, state, reason }: Asked): Promise<void> {
  await openOfficeTask(tx, officeId, {
    kind: 'suspense',
    owner: ownerId,
    naturalKey: moneyTaskKey(partId),
    ...(/^F0\d$/.test(reason) && { reasonCode: reason }),
    about: { creditId, partId, state },
  });
}

/** What was asked about once is asked about again: in the same task while that is open. */
export async function askAgain(tx: Tx, asked: Asked): Promise<void> {
  const { officeId, creditId, partId, state } = asked;
  const naturalKey = moneyTaskKey(partId);
  if (!(await tellTaskAgain(tx, { officeId, naturalKey }, { creditId, partId, state }))) await askPerson(tx, asked);
}

/** Money that somebody has decided about needs no task any more. */
export async function closeMoneyTask(
  tx: Tx,
  { officeId, partId, byStaffId }: { officeId: string; partId: string; byStaffId: string | null },
): Promise<void> {
  await closeOfficeTask(tx, officeId, moneyTaskKey(partId), { note: '', byStaffId });
}
