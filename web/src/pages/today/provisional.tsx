import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';

/** Says of figures that they count working days of a year whose holiday notice is not loaded. */
export function Provisional({ of: { provisional } }: { readonly of: Pick<Schemas['Completion'], 'provisional'> }) {
  const { t } = useTranslation();
  if (!provisional) return null;
  return (
    <span className="soft small" title={t('today.provisionalWhy')}>
      {' '}
      ({t('common.provisional')})
    </span>
  );
}
