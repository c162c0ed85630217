import { useTranslation } from 'react-i18next';
import type { SheetNumberSearch } from '../../figures-params.ts';
import { knownText } from '../../i18n/known-text.ts';
import { useProcedureWords, useStepOfAddress } from '../../procedures/use-procedure-words.ts';

/** What a number of the monthly sheet is called, and how each of its cases stands. */
export function useSheetWords({ direction, figure, step, withoutStep }: SheetNumberSearch) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  const stepOfAddress = useStepOfAddress();
  const at = withoutStep ? t('figures.sheet.noStep') : step && stepOfAddress(step);
  const name = at ? t('figures.sheet.atStep', { step: at }) : t(`figures.sheet.${figure}`, { days: 45 });
  return {
    title: `${t(`directions.${direction}`)} · ${name}`,
    word: (what: string): string =>
      what === 'open' ? t('common.flags.noStep') : (knownText(`closings.${what}`) ?? words.step(what)),
  };
}
