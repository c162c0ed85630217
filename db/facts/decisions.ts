/** Review, second-person review, booking, and the ways a transfer ends without one. */
import { bookMatched } from '../money/parts.ts';
import { releaseMoney } from '../procedure/form-against-money.ts';
import { requireReason } from './reasons.ts';
import type { Effects, FactContext } from './effect.ts';

export const decisionEffects: Effects<
  'reviewed' | 'secondReviewed' | 'booked' | 'withdrawn' | 'closedWithoutTransfer'
> = {
  async reviewed(context) {
    if (context.detail.outcome === 'eligible') return { outcome: 'eligible' };
    const reasonCode = await requireReason(context, context.detail.reasonCode, { steps: ['I2'], effects: ['X'] });
    return { outcome: 'refused', ends: 'refused', reasonCode };
  },

  async secondReviewed(context) {
    if (context.detail.outcome === 'approved') return { outcome: 'approved' };
    const codes = ['S01', 'S02', 'S03', 'S04', 'S05'];
    return { outcome: 'sentBack', reasonCode: await requireReason(context, context.detail.reasonCode, { codes }) };
  },

  async booked({ ledger, detail, occurredAt, factSeq, by }) {
    const { tx, transfer } = ledger;
    // History has no credits in our books: its amount is the old ledger's word.
    const matchedFen = await bookMatched(tx, transfer.id);
    const amountFen = by.source === 'import' ? (detail.amountFen ?? matchedFen) : matchedFen;
    await tx
      .insertInto('bookings')
      .values({
        transfer_id: transfer.id,
        office_id: transfer.office_id,
        amount_fen: amountFen,
        booked_at: occurredAt,
        booked_by: by.staffId,
        fact_seq: factSeq,
      })
      .execute();
    return { outcome: 'booked', ends: 'completed', payload: { amountFen } };
  },

  async withdrawn(context) {
    const reasonCode = await requireReason(context, context.detail.reasonCode ?? 'W01', { codes: ['W01', 'W02'] });
    await releaseMoney(context.ledger);
    return { ...endOfOpenStep(context, 'withdrawn'), ends: 'withdrawn', reasonCode };
  },

  async closedWithoutTransfer(context) {
    const reasonCode = await requireReason(context, context.detail.reasonCode, { effects: ['X', 'R', 'P'] });
    await releaseMoney(context.ledger);
    return { ...endOfOpenStep(context, 'closedWithoutTransfer'), ends: 'closedWithoutTransfer', reasonCode };
  },
};

function endOfOpenStep({ open }: FactContext, outcome: string) {
  return open ? { outcome } : {};
}
