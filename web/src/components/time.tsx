import { useTranslation } from 'react-i18next';
import { useOfficeDate } from '../api/queries.ts';
import { dayInOwnCalendar, daysUntil, formatDay, formatInstant } from '../format/day.ts';
import { formatCount } from '../format/count.ts';
import { formatYuan } from '../../../domain/money/money.ts';

/** A day `YYYY-MM-DD`. */
export function Day({ on }: { readonly on: string }) {
  const { i18n } = useTranslation();
  return (
    <time dateTime={on} className="nowrap" title={dayInOwnCalendar(on, i18n.language)}>
      {formatDay(on, i18n.language)}
    </time>
  );
}

/** An instant, in the office's time, to the minute. */
export function Moment({ at }: { readonly at: string }) {
  const { i18n } = useTranslation();
  return (
    <time dateTime={at} className="nowrap">
      {formatInstant(at, i18n.language)}
    </time>
  );
}

interface DueProps {
  readonly on: string;
  readonly provisional?: boolean;
  readonly late?: boolean;
  /** Closed work is neither late nor early. */
  readonly quiet?: boolean;
}

/** A due day with how far it is. */
export function Due({ on, provisional = false, late = false, quiet = false }: DueProps) {
  const { t } = useTranslation();
  const today = useOfficeDate();
  const left = today === undefined ? undefined : daysUntil(on, today);
  return (
    <span className="due">
      <span className={late || (!quiet && left !== undefined && left < 0) ? 'late' : undefined}>
        <Day on={on} />
      </span>
      {!quiet && left !== undefined && (
        <span className={left < 0 ? 'late small' : 'soft small'}>
          {' '}
          {left === 0 && t('common.due.today')}
          {left > 0 && t('common.due.in', { count: left })}
          {left < 0 && t('common.due.ago', { count: -left })}
        </span>
      )}
      {provisional && (
        <span className="soft small" title={t('common.provisionalWhy')}>
          {' '}
          ({t('common.provisional')})
        </span>
      )}
    </span>
  );
}

/** Fen as yuan, grouped. */
export function Yuan({ fen }: { readonly fen: number }) {
  return <span className="number nowrap">{formatYuan(fen, { grouped: true })}</span>;
}

export function Count({ of }: { readonly of: number }) {
  return <span className="number">{formatCount(of)}</span>;
}
