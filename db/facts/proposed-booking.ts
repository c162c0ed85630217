/** How a booking over open defects stands, and who must keep out of it; `decisions.ts` does it. */
import type { Tx } from '../connection/connection.ts';
import { openDefects } from '../forms/info-forms.ts';
import { completersApartFrom } from '../holding/separation.ts';
import { sumFunds } from '../procedure/form-against-money.ts';
import { standingOf } from './standing.ts';

export interface BookingOverDefects {
  readonly transferId: string;
  /** Absent: it is booked when it is confirmed. */
  readonly occurredAt?: string;
}

/** Locks nothing. @throws Refusal not-found */
export async function lookAtBooking(tx: Tx, officeId: string, { transferId }: BookingOverDefects) {
  const { ordinal, step, closed, form_id: formId, procedure } = await standingOf(tx, officeId, transferId);
  const { total, matched, decidedBy } = await sumFunds(tx, transferId);
  const defects = (await openDefects(tx, transferId)).map(({ code }) => code).join(',');
  const apart = step === null ? [] : await completersApartFrom(tx, { transferId, step, procedure });
  return {
    matchedFen: matched,
    defects,
    seen: { openStep: ordinal, closed, formId, overDefects: defects, totalFen: total, matchedFen: matched },
    barred: [...new Set([apart, decidedBy].flat())],
  };
}
