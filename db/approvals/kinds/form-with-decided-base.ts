/** An info form in which a base is missing, or is one that we set: two people decide that, never one. */
import { mayRecord } from '../../../domain/staff/permissions.ts';
import { decidedBases } from '../../../domain/forms/info-form-bases.ts';
import { basesInWords, lookAtForm, type ProposedForm } from '../../facts/proposed-form.ts';
import { recordConfirmed } from '../confirmed-fact.ts';
import type { ApprovalKind } from '../kind.ts';

export const formWithDecidedBase: ApprovalKind<ProposedForm> = {
  name: 'decideBase',
  workingDays: 5,
  mayPropose: (roles) => mayRecord(roles, 'infoFormReceived'),
  // Who takes in forms, or reads them as the second person by trade.
  mayConfirm: (roles) => roles.includes('reviewer') || mayRecord(roles, 'infoFormReceived'),

  // Its notes, and why a base is missing or another.
  sealed: { proposal: ['form'], changes: ['baseReason'] },

  async look({ tx, officeId }, proposal) {
    const { form } = proposal;
    return {
      subject: proposal.transferId,
      transferId: proposal.transferId,
      seen: await lookAtForm(tx, officeId, proposal),
      changes: [
        { field: 'accountTotalFen', was: null, becomes: form.accountTotalFen },
        { field: 'totalFen', was: null, becomes: form.totalFen },
        { field: 'decidedBases', was: null, becomes: decidedBases(form).length },
        { field: 'baseReason', was: null, becomes: basesInWords(form) },
      ],
      barred: [],
    };
  },

  take: (taking, { transferId, form, occurredAt }) =>
    recordConfirmed(taking, { transferId, detail: { kind: 'infoFormReceived', form }, occurredAt }),
};
