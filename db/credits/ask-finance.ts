/** Money that a person must decide about is that person's task until it is decided. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import { openTask } from '../holding/tasks.ts';

export const moneyTaskKey = (partId: string): string => `suspense:${partId}`;

export async function askPerson(
  tx: Tx,
  about: {
    officeId: string;
    ownerId: string;
    creditId: string;
    partId: string;
    state: string;
    reason: string;
    now: Date;
  },
): Promise<void> {
  const { officeId, ownerId, creditId, partId, state, reason, now } = about;
  await openTask(tx, {
    officeId,
    ownerId,
    kind: 'suspense',
    naturalKey: moneyTaskKey(partId),
    openedAt: now,
    ...(/^F0\d$/.test(reason) && { reasonCode: reason }),
    about: { creditId, partId, state },
  });
}

/** Money that somebody has decided about needs no task any more. */
export async function closeMoneyTask(
  tx: Tx,
  { officeId, partId, byStaffId }: { officeId: string; partId: string; byStaffId: string },
): Promise<void> {
  await sql`update tasks set closed_at = office_now(), closed_by = ${byStaffId}
    where office_id = ${officeId} and natural_key = ${moneyTaskKey(partId)} and closed_at is null`.execute(tx);
}
