import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../format/day.ts';
import { addMonths } from '../../format/month.ts';

interface MonthSwitchProps {
  readonly month: string;
  /** The office's own month, the last that can be chosen. */
  readonly current: string;
  readonly to: '/' | '/figures' | '/contacts';
  /** What is of this month; else the acceptance. */
  readonly label?: string;
}

const at =
  (month: string) =>
  (before: object): object => ({ ...before, month });

/** Whatever else the address says stays. */
export function MonthSwitch({ month, current, to, label }: MonthSwitchProps) {
  const { t, i18n } = useTranslation();
  const later = addMonths(month, 1);
  return (
    <div className="month-switch no-print">
      <Link to={to} search={at(addMonths(month, -1))} aria-label={t('today.rates.previous')} className="arrow">
        ‹
      </Link>
      <span aria-live="polite">
        <span className="soft">{label ?? t('today.rates.month')} </span>
        <strong>{formatMonth(month, i18n.language)}</strong>
      </span>
      {later <= current ? (
        <Link to={to} search={at(later)} aria-label={t('today.rates.next')} className="arrow">
          ›
        </Link>
      ) : (
        <span className="arrow" />
      )}
    </div>
  );
}
