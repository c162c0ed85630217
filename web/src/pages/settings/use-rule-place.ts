import { useTranslation } from 'react-i18next';
import { knownText } from '../../i18n/known-text.ts';
import type { OfficeRule } from './use-rule-value.ts';

/** For which transfers a rule holds, in words: those in and those out have limits of the same name. */
export function useRulePlace() {
  const { t } = useTranslation();
  return ({ direction, procedureType, region }: OfficeRule): string => {
    if (procedureType === null || direction === null) return t('rules.wholeOffice');
    const type = knownText(`procedureTypes.${procedureType}`) ?? procedureType;
    return [t(`directions.${direction}`), type, region].filter(Boolean).join(' · ');
  };
}
