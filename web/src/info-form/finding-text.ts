/** What the office finds of a form, in words. */
import type { TFunction } from 'i18next';
import type { Schemas } from '../api/types.ts';
import { knownText } from '../i18n/known-text.ts';
import { formatYuan } from '../../../domain/money/money.ts';
import { differenceText } from './difference-text.ts';

export type ShownFinding = Pick<Schemas['Finding'], 'field' | 'code' | 'severity' | 'computedFen' | 'foundFen'> & {
  readonly message?: string;
};

/** With both amounts and how far they are apart, where the form's can be computed. */
export function findingText(finding: ShownFinding, t: TFunction): string {
  return [nameOf(finding), amountsOf(finding, t)].filter(Boolean).join(': ');
}

export const nameOf = ({ code, message }: ShownFinding): string =>
  knownText(`infoForm.finding.${code}`) ?? message ?? code;

export function amountsOf(finding: ShownFinding, t: TFunction): string | undefined {
  const { computedFen, foundFen } = finding;
  if (computedFen !== undefined && foundFen !== undefined) {
    const [computed, found] = [computedFen, foundFen].map((fen) => formatYuan(fen, { grouped: true }));
    const both = t('infoForm.computedFound', { computed, found });
    if (computedFen === foundFen) return both;
    const difference = differenceText(t, { fen: foundFen - computedFen, than: t('infoForm.computed') });
    return t('infoForm.computedDiffers', { both, difference });
  }
  const amount = differenceBefore(finding);
  return amount === undefined ? undefined : t('infoForm.difference', { amount });
}

/** A release before kept it behind the reason: `D01 -5400`. */
function differenceBefore({ message }: ShownFinding): string | undefined {
  const fen = /^[A-Z]\d{2} (-?\d+)$/.exec(message ?? '')?.[1];
  return fen === undefined ? undefined : formatYuan(Number(fen), { grouped: true });
}
