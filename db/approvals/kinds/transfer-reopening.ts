/** A transfer that has ended goes on. Its case loses its pass, so that whoever would like it better does not decide it alone. */
import type { ApprovalChange } from '../../../domain/approvals.ts';
import { mayDo } from '../../../domain/staff/permissions.ts';
import { isBookingTakenBack, lookAtReopening, reopen } from '../../linked/reopen.ts';
import type { ApprovalKind } from '../kind.ts';

interface Reopening {
  readonly transferId: string;
}

/** Its money waits for the form of the linked transfer. */
const bookingTakenBack = (fen: number): ApprovalChange[] => [
  { field: 'amountFen', was: null, becomes: fen },
  { field: 'partState', was: 'booked', becomes: 'matched' },
];

export const transferReopening: ApprovalKind<Reopening> = {
  name: 'reopenTransfer',
  workingDays: 5,
  mayPropose: (roles) => mayDo(roles, 'goOnFromTransfer'),
  mayConfirm: (roles) => roles.includes('reviewer') || roles.includes('manager'),

  async look({ tx, officeId }, { transferId }) {
    const ended = await lookAtReopening(tx, { officeId, transferId });
    const { closing, closedAt, bookedPartsFen } = ended;
    return {
      subject: transferId,
      transferId,
      seen: { closing, closedAt: closedAt?.toISOString() ?? null, bookedFen: bookedPartsFen },
      changes: [
        { field: 'closed', was: true, becomes: false },
        isBookingTakenBack(ended) ? bookingTakenBack(bookedPartsFen) : [],
      ].flat(),
      barred: [],
    };
  },

  async take({ tx, keyring, officeId, proposedBy, confirmedBy, approvalId, note }, { transferId }) {
    const idempotencyKey = `approval:${approvalId}`;
    await reopen(tx, keyring, { officeId, transferId, byStaffId: proposedBy, confirmedBy, note, idempotencyKey });
    return undefined;
  },
};
