/** What cannot be is not booked, unless a second person has agreed to it (`db/approvals/kinds/booking-over-defects.ts`). */
import { Refusal } from '../../domain/errors.ts';
import type { DetailOf } from '../../domain/facts/new-fact.ts';
import { openDefects } from '../forms/info-forms.ts';
import type { FactContext } from './effect.ts';

/** For the booking's event: over what. The reason is its note, which is sealed. */
export async function decisionOverDefects(context: FactContext<DetailOf<'booked'>>): Promise<Record<string, unknown>> {
  const { ledger, by, confirmedBy, note } = context;
  // An old ledger books what was booked long ago.
  if (by.source === 'import') return {};
  const defects = await openDefects(ledger.tx, ledger.transfer.id);
  if (defects.length === 0) return {};
  if (confirmedBy === undefined || !note?.trim()) {
    throw new Refusal(
      'open-defects',
      'The info form says what cannot be. It goes back; or the booking is proposed with a note that says why, and another confirms it.',
      { defects: defects.map(({ field, code, message }) => ({ field, code, message })) },
    );
  }
  // The second person stands in the event itself; the release before looks for it here.
  return { secondPersonId: confirmedBy, overDefects: defects.map(({ field, code }) => `${field} ${code}`) };
}
