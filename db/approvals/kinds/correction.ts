/** An earlier fact was wrong. What a correction may change is a rule of the fact (`db/facts/`); here is only the second person. */
import { mayRecord } from '../../../domain/staff/permissions.ts';
import { lookAtCorrection, type Correction } from '../../facts/proposed-correction.ts';
import { recordConfirmed } from '../confirmed-fact.ts';
import type { ApprovalKind } from '../kind.ts';

export const correction: ApprovalKind<Correction> = {
  name: 'corrected',
  workingDays: 5,
  mayPropose: (roles) => mayRecord(roles, 'corrected'),
  // Who could have recorded the fact itself, or checks the work of others by trade.
  mayConfirm: (roles, { factKind }) => roles.includes('reviewer') || mayRecord(roles, factKind as never),

  // A name, and the words of a form.
  sealed: { proposal: ['correctedName', 'correctedForm'], changes: ['personName'] },

  async look({ tx, keyring, officeId, proposedBy }, proposal) {
    const { transferId, correctsSeq } = proposal;
    const { seen, changes, barred } = await lookAtCorrection(tx, keyring, { officeId, proposedBy }, proposal);
    return { subject: `${transferId}:${String(correctsSeq)}`, transferId, seen, changes, barred };
  },

  take: (taking, { transferId, ...said }) =>
    recordConfirmed(taking, { transferId, detail: { kind: 'corrected', ...said } }),
};
