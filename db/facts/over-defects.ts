/** What cannot be is not booked, unless a second person has agreed to it by name. */
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import type { DetailOf } from '../../domain/facts/new-fact.ts';
import { mayAct } from '../../domain/staff/permissions.ts';
import { openDefects } from '../forms/info-forms.ts';
import { rolesOf } from '../office/staff.ts';
import type { FactContext } from './effect.ts';
import { secondPersonDefects } from './second-person.ts';

/** For the booking's event: who agreed, and to what. The reason is its note, which is sealed. */
export async function decisionOverDefects(context: FactContext<DetailOf<'booked'>>): Promise<Record<string, unknown>> {
  const { ledger, by, detail, note } = context;
  // An old ledger books what was booked long ago.
  if (by.source === 'import') return {};
  const defects = await openDefects(ledger.tx, ledger.transfer.id);
  if (defects.length === 0) return {};
  const { secondPersonId } = detail;
  if (secondPersonId === undefined || !note?.trim()) {
    throw new Refusal('open-defects', 'The info form says what cannot be. It goes back, or a second person agrees.', {
      defects: defects.map(({ field, code, message }) => ({ field, code, message })),
    });
  }
  const why = 'Booking over open defects needs a second person.';
  refuseDefects(await secondPersonDefects(context, { id: secondPersonId, why }));
  if (!mayAct(await rolesOf(ledger.tx, secondPersonId), 'reviewer')) {
    refuseDefects([{ field: 'secondPersonId', code: 'role', message: 'A reviewer or the manager agrees to this.' }]);
  }
  return { secondPersonId, overDefects: defects.map(({ field, code }) => `${field} ${code}`) };
}
