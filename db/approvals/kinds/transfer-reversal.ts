/** The wrong person's relation and money were moved, and go back. Who has booked it does not confirm that it was wrong. */
import { mayDo } from '../../../domain/staff/permissions.ts';
import { bookersOf, lookAtReversal, reverse } from '../../linked/reverse.ts';
import type { ApprovalKind } from '../kind.ts';

interface Reversal {
  readonly transferId: string;
  readonly creditPartIds: readonly string[];
}

export const transferReversal: ApprovalKind<Reversal> = {
  name: 'reverseTransfer',
  workingDays: 5,
  mayPropose: (roles) => mayDo(roles, 'goOnFromTransfer'),
  mayConfirm: (roles) => roles.includes('reviewer') || roles.includes('manager'),

  async look({ tx, officeId }, { transferId, creditPartIds }) {
    const { closing, direction, amountFen } = await lookAtReversal(tx, { officeId, transferId, creditPartIds });
    const isIn = direction === 'in';
    return {
      subject: transferId,
      transferId,
      seen: { closing, amountFen },
      changes: [
        { field: 'amountFen', was: null, becomes: amountFen },
        { field: 'partState', was: isIn ? 'booked' : 'suspense', becomes: isIn ? 'returned' : 'booked' },
      ],
      barred: await bookersOf(tx, transferId),
    };
  },

  async take({ tx, keyring, officeId, proposedBy, confirmedBy, approvalId, note }, { transferId, creditPartIds }) {
    const by = { byStaffId: proposedBy, confirmedBy, approvalId, note };
    await reverse(tx, keyring, { officeId, transferId, creditPartIds, ...by });
    return undefined;
  },
};
