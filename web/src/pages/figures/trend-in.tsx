import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isMature } from '../today/newest-telling.ts';
import { countColumn, Trend, type TrendOf, type TrendProps } from './trend-parts.tsx';

const ATTEMPTS = ['1', '2', '3'] as const;

/** 一次、二次、三次办结率 of thirteen cohorts; of those that may still rise the points are hollow. */
export function TrendIn(props: TrendProps) {
  const { t } = useTranslation();
  const rates = useMemo(
    () =>
      ATTEMPTS.map((attempt): TrendOf => ({
        key: attempt,
        name: t(`today.rates.attempt${attempt}`),
        point: ({ attempts }) => ({
          rate: attempts?.rates[attempt] ?? null,
          isSettled: attempts !== null && isMature(attempts),
        }),
        counted: ({ attempts }) =>
          attempts && {
            bucket: `closedWithin${attempt}`,
            count: attempts.closedWithin[attempt],
            rate: attempts.rates[attempt],
          },
      })),
    [t],
  );
  const count = countColumn(props);
  return (
    <Trend
      {...props}
      title={t('figures.trendIn')}
      rates={rates}
      note={<p className="soft small">{t('figures.hollow')}</p>}
      before={count('cohort', t('figures.cohort'), 'cohort', ({ attempts }) => attempts?.cohort)}
      after={count('stillOpen', t('figures.stillOpen'), 'stillOpen', ({ attempts }) => attempts?.stillOpen)}
    />
  );
}
