/** An earlier fact was wrong. What a correction may change is a rule of the fact (`db/facts/`); here is only the second person. */
import { mayRecord } from '../../../domain/staff/permissions.ts';
import { lookAtCorrection, type Correction } from '../../facts/proposed-correction.ts';
import { recordFactIn } from '../../facts/recording.ts';
import type { ApprovalKind } from '../kind.ts';

export const correction: ApprovalKind<Correction> = {
  name: 'corrected',
  workingDays: 5,
  mayPropose: (roles) => mayRecord(roles, 'corrected'),
  // Who could have recorded the fact itself, or checks the work of others by trade.
  mayConfirm: (roles, { factKind }) => roles.includes('reviewer') || mayRecord(roles, factKind as never),

  async look({ tx, officeId, proposedBy }, proposal) {
    const { transferId, correctsSeq, correctedOccurredAt } = proposal;
    const { fact, seen, barred } = await lookAtCorrection(tx, { officeId, transferId, correctsSeq, proposedBy });
    return {
      subject: `${transferId}:${String(correctsSeq)}`,
      transferId,
      seen,
      changes: [
        { field: 'factKind', was: null, becomes: fact.kind },
        ...(correctedOccurredAt === undefined
          ? []
          : [{ field: 'occurredAt', was: fact.occurred_at.toISOString(), becomes: correctedOccurredAt }]),
      ],
      barred,
    };
  },

  async take({ tx, keyring, proposedBy, confirmedBy, approvalId, note }, { transferId, ...said }) {
    await recordFactIn(tx, keyring, {
      transferId,
      detail: { kind: 'corrected', ...said },
      by: { staffId: proposedBy, source: 'staff' },
      confirmedBy,
      ...(note !== undefined && { note }),
      idempotencyKey: `approval:${approvalId}`,
    });
    return undefined;
  },
};
