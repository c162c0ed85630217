import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { monthOf } from '../format/month.ts';

/** To the month in which a day lies; without one to the office's own. */
export function BackToToday({ day }: { readonly day?: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Link to="/" search={day === undefined ? {} : { month: monthOf(day) }} className="no-print">
      {t('cases.back')}
    </Link>
  );
}
