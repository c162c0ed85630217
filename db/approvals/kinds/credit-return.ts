/** Money that is nobody's goes back to its payer. */
import { mayDo } from '../../../domain/staff/permissions.ts';
import { lookAtReturn, returnPart } from '../../credits/return.ts';
import type { ApprovalKind } from '../kind.ts';

interface CreditReturn {
  readonly creditId: string;
  readonly partId: string;
  readonly reasonCode: string;
}

export const creditReturn: ApprovalKind<CreditReturn> = {
  name: 'returnCredit',
  workingDays: 5,
  mayPropose: (roles) => mayDo(roles, 'decideCredit'),
  mayConfirm: (roles) => mayDo(roles, 'decideCredit'),

  async look({ tx, officeId }, proposal) {
    const { serial, state, amountFen, transferId } = await lookAtReturn(tx, { ...proposal, officeId });
    return {
      subject: proposal.partId,
      transferId: null,
      seen: { state, amountFen, transferId },
      changes: [
        { field: 'serial', was: null, becomes: serial },
        { field: 'amountFen', was: null, becomes: amountFen },
        { field: 'partState', was: state, becomes: 'returned' },
        { field: 'reasonCode', was: null, becomes: proposal.reasonCode },
      ],
      barred: [],
    };
  },

  async take({ tx, keyring, officeId, proposedBy, confirmedBy, approvalId, note }, proposal) {
    await returnPart(tx, keyring, {
      ...proposal,
      officeId,
      byStaffId: proposedBy,
      confirmedBy,
      ...(note !== undefined && { note }),
      idempotencyKey: `approval:${approvalId}`,
    });
    return undefined;
  },
};
