/** Money that came back is a task of whoever has the remittance, until it is paid anew. */
import type { Tx } from '../connection/connection.ts';
import type { LockedRemittance } from './lock.ts';
import { closeTaskAbout, openTaskAbout } from './task-of.ts';

const keyOf = (remittanceId: string): string => `bounced:${remittanceId}`;

export const openBounceTask = (
  tx: Tx,
  remittance: LockedRemittance,
  { owner, entryId }: { readonly owner: string; readonly entryId: string },
): Promise<void> =>
  openTaskAbout(tx, remittance, {
    kind: 'bouncedRemittance',
    owner,
    about: { remittanceId: remittance.id, entryId },
    naturalKey: keyOf(remittance.id),
    source: 'bank',
  });

export const settleBounceTask = (tx: Tx, remittance: LockedRemittance, byStaffId: string): Promise<void> =>
  closeTaskAbout(tx, remittance, keyOf(remittance.id), byStaffId);
