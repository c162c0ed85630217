import type { TransferDetail } from '../../../api/types.ts';
import { isOpenDefect } from '../../../../../domain/forms/info-form-findings.ts';

/** What the valid form says and cannot be: a booking over it takes a reason and a second person. */
export function openDefectsOf({
  infoForms,
}: Pick<TransferDetail, 'infoForms'>): TransferDetail['infoForms'][number]['flags'] {
  return (infoForms.find(({ state }) => state === 'received')?.flags ?? []).filter(isOpenDefect);
}
