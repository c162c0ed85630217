import { useTranslation } from 'react-i18next';
import type { AsOfSearch } from '../../figures-params.ts';

/** Of these figures the ledger keeps when things happened, not when each was learnt: said where that was asked for. */
export function KnownNow({ asOf: { knownAt } }: { readonly asOf: AsOfSearch }) {
  const { t } = useTranslation();
  return knownAt === undefined ? null : <p className="soft small">{t('figures.knownNow')}</p>;
}
