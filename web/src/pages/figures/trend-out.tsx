import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countColumn, Trend, type TrendOf, type TrendProps } from './trend-parts.tsx';

const RATES = ['inPeriod', 'second'] as const;

/** 当期、二次办结率 of the letters that were due in each of thirteen months. */
export function TrendOut(props: TrendProps) {
  const { t } = useTranslation();
  const rates = useMemo(
    () =>
      RATES.map((key): TrendOf => ({
        key,
        name: t(`today.out.${key}`),
        point: ({ periods }) => ({ rate: periods?.[key].rate ?? null, isSettled: true }),
        counted: ({ periods }) => periods && { bucket: key, count: periods[key].numerator, rate: periods[key].rate },
      })),
    [t],
  );
  const due = countColumn(props)('due', t('figures.due'), 'cohort', ({ periods }) => periods?.due);
  return <Trend {...props} title={t('figures.trendOut')} rates={rates} before={due} />;
}
