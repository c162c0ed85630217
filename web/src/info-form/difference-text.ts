import type { TFunction } from 'i18next';
import { formatYuan } from '../../../domain/money/money.ts';

/** `54.00 more than the money that came`: a sign is read over. */
export function differenceText(t: TFunction, { fen, than }: { readonly fen: number; readonly than: string }): string {
  const amount = formatYuan(Math.abs(fen), { grouped: true });
  return t(fen > 0 ? 'infoForm.moreThan' : 'infoForm.lessThan', { amount, than });
}
