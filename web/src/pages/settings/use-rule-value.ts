import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';

export type OfficeRule = Schemas['OfficeRules']['items'][number];

/** A number of a rule with what it counts. */
export function useRuleValue(): (name: Schemas['OfficeRuleName'], value: number) => string {
  const { t } = useTranslation();
  return (name, value) => {
    if (name.endsWith('KeptYears')) return t('rules.years', { count: value });
    if (name.endsWith('WithinDays')) return t('rules.days', { count: value });
    return t(name === 'lookUpsKeptMonths' ? 'rules.months' : 'rules.workingDays', { count: value });
  };
}
