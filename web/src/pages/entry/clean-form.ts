/** Which forms can be confirmed together. Pure. */
import type { Schemas, TransferDetail } from '../../api/types.ts';
import { moneyHere } from '../../info-form/money-here.ts';
import { standingForm } from './standing-form.ts';

type Reviewed = Pick<TransferDetail, 'infoForms' | 'money' | 'allowedFacts'>;

/** The form, when nothing was found of it, its money is here to the fen, and the viewer may review it. */
export function cleanForm(transfer: Reviewed): Schemas['InfoForm'] | undefined {
  const form = standingForm(transfer);
  if (!form || form.flags.length > 0 || moneyHere(transfer.money) !== form.totalFen) return undefined;
  return transfer.allowedFacts.includes('secondReviewed') ? form : undefined;
}
