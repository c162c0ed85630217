/** A booking over what the info form says and cannot be. What it takes to book is a rule of the fact (`db/facts/`). */
import { mayAct, mayRecord } from '../../../domain/staff/permissions.ts';
import { lookAtBooking, type BookingOverDefects } from '../../facts/proposed-booking.ts';
import { recordConfirmed } from '../confirmed-fact.ts';
import type { ApprovalKind } from '../kind.ts';

export const bookingOverDefects: ApprovalKind<BookingOverDefects> = {
  name: 'bookOverDefects',
  workingDays: 5,
  mayPropose: (roles) => mayRecord(roles, 'booked'),
  // Who judges forms by trade.
  mayConfirm: (roles) => mayAct(roles, 'reviewer'),

  async look({ tx, officeId }, proposal) {
    const { seen, barred, matchedFen, defects } = await lookAtBooking(tx, officeId, proposal);
    return {
      subject: proposal.transferId,
      transferId: proposal.transferId,
      seen,
      changes: [
        { field: 'overDefects', was: null, becomes: defects },
        { field: 'totalFen', was: null, becomes: seen.totalFen },
        { field: 'amountFen', was: null, becomes: matchedFen },
      ],
      barred,
    };
  },

  take: (taking, { transferId, occurredAt }) =>
    recordConfirmed(taking, { transferId, detail: { kind: 'booked' }, occurredAt }),
};
