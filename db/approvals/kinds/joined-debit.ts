/** A debit that the bank has worded otherwise pays a remittance: whoever confirms reads what both say, and credits no accounts. */
import { mayDo } from '../../../domain/staff/permissions.ts';
import { joinDebit, lookAtJoining } from '../../remittances/join-debit.ts';
import type { ApprovalKind } from '../kind.ts';

interface JoinedDebit {
  readonly remittanceId: string;
  readonly entryId: string;
}

export const joinedDebit: ApprovalKind<JoinedDebit> = {
  name: 'joinDebit',
  workingDays: 5,
  sealed: { proposal: [], changes: ['payeeName'] },
  mayPropose: (roles) => mayDo(roles, 'payOut'),
  mayConfirm: (roles) => mayDo(roles, 'payOut'),

  async look({ tx, keyring, officeId, proposedBy }, proposal) {
    const asked = { ...proposal, officeId, proposedBy };
    const { remittance, debit, payeeName, barred } = await lookAtJoining(tx, keyring, asked);
    const { state } = remittance;
    return {
      subject: proposal.remittanceId,
      transferId: remittance.transfer_id,
      seen: { state, amountFen: debit.amountFen, entryId: debit.id },
      changes: [
        { field: 'serial', was: null, becomes: debit.serial },
        { field: 'bookedOn', was: null, becomes: debit.bookedOn },
        { field: 'amountFen', was: null, becomes: debit.amountFen },
        // What the bank says, and what was planned.
        { field: 'reference', was: debit.references.join(', ') || null, becomes: remittance.reference },
        { field: 'payeeName', was: debit.otherSide, becomes: payeeName },
        { field: 'ourAccount', was: debit.account, becomes: remittance.our_account },
        { field: 'remittanceState', was: state, becomes: state === 'bounced' ? state : 'confirmed' },
      ],
      barred,
    };
  },

  async take({ tx, keyring, officeId, proposedBy, confirmedBy, approvalId, note }, proposal) {
    await joinDebit(tx, keyring, { ...proposal, officeId, proposedBy, confirmedBy, approvalId, note });
    return undefined;
  },
};
