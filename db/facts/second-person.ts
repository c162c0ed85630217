/** Another colleague who agrees: of this office, active, and not who records. */
import type { Defect } from '../../domain/errors.ts';
import { Refusal } from '../../domain/errors.ts';
import type { FactContext } from './effect.ts';

/** @throws Refusal `separation-of-duties` when it is the same person */
export async function secondPersonDefects(
  { ledger, by }: Pick<FactContext, 'ledger' | 'by'>,
  { id, field = 'secondPersonId', why }: { readonly id: string; readonly field?: string; readonly why: string },
): Promise<Defect[]> {
  if (id === by.staffId) throw new Refusal('separation-of-duties', why);
  const second = await ledger.tx
    .selectFrom('staff')
    .select('active')
    .where('id', '=', id)
    .where('office_id', '=', ledger.transfer.office_id)
    .executeTakeFirst();
  return second?.active ? [] : [{ field, code: 'unknown', message: 'No active colleague has this id.' }];
}
