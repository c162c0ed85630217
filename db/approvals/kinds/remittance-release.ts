/** Money leaves: whoever confirms reads to whom, and has neither planned it nor credits accounts. */
import { mayDo } from '../../../domain/staff/permissions.ts';
import { lookAtRelease, release } from '../../remittances/release.ts';
import type { ApprovalKind } from '../kind.ts';

interface RemittanceRelease {
  readonly remittanceId: string;
}

export const remittanceRelease: ApprovalKind<RemittanceRelease> = {
  name: 'releaseRemittance',
  workingDays: 5,
  sealed: { proposal: [], changes: ['payeeName', 'payeeAccount'] },
  mayPropose: (roles) => mayDo(roles, 'payOut'),
  mayConfirm: (roles) => mayDo(roles, 'payOut'),

  async look({ tx, keyring, officeId, proposedBy }, { remittanceId }) {
    const { state, amountFen, ...about } = await lookAtRelease(tx, keyring, { officeId, remittanceId, proposedBy });
    const isFundedOtherwise = about.fundedMonth !== about.fundsMonth;
    return {
      subject: remittanceId,
      transferId: about.transferId,
      seen: { state, amountFen, fundedMonth: about.fundedMonth },
      changes: [
        { field: 'reference', was: null, becomes: about.reference },
        { field: 'amountFen', was: null, becomes: amountFen },
        { field: 'payeeName', was: null, becomes: about.payeeName },
        { field: 'payeeAccount', was: null, becomes: about.payeeAccount },
        {
          field: 'fundsMonth',
          was: about.fundsMonth,
          becomes: isFundedOtherwise ? about.fundedMonth : about.fundsMonth,
        },
        { field: 'remittanceState', was: state, becomes: 'released' },
      ],
      barred: about.barred,
    };
  },

  async take({ tx, keyring, officeId, proposedBy, confirmedBy, approvalId, note }, { remittanceId }) {
    await release(tx, keyring, { officeId, remittanceId, proposedBy, confirmedBy, approvalId, note });
    return undefined;
  },
};
