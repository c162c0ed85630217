import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Charted } from '../../components/chart/charted.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { formatMonth } from '../../format/day.ts';
import { CaseLink } from '../today/case-link.tsx';
import { isMature } from '../today/newest-telling.ts';
import { CountOfRate } from './count-of-rate.tsx';
import { monthOfGroup, trendOption, type Line } from './trend-option.ts';
import { MonthLink, type TrendProps } from './trend-parts.tsx';

const ATTEMPTS = ['1', '2', '3'] as const;

/** 一次、二次、三次办结率 of thirteen cohorts; of those that may still rise the points are hollow. */
export function TrendIn({ completion, groups }: TrendProps) {
  const { t, i18n } = useTranslation();
  const month = (key: string): string => formatMonth(key, i18n.language);
  const option = useMemo(() => {
    const lines: Line[] = ATTEMPTS.map((attempt) => ({
      name: t(`today.rates.attempt${attempt}`),
      points: groups.map(({ attempts }) => ({
        rate: attempts?.rates[attempt] ?? null,
        isSettled: attempts !== null && isMature(attempts),
      })),
    }));
    return trendOption(groups, lines, i18n.language);
  }, [groups, t, i18n.language]);
  const title = t('figures.trendIn');
  return (
    <Charted
      title={title}
      label={t('figures.trendLabel', { count: groups.length })}
      option={option}
      note={<p className="soft small">{t('figures.hollow')}</p>}
      table={
        <DataTable
          caption={title}
          rows={groups}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'month',
              title: t('figures.month'),
              render: ({ key }) => <MonthLink month={key} name={month(key)} />,
            },
            {
              key: 'cohort',
              title: t('figures.cohort'),
              right: true,
              render: (group) => (
                <CaseLink of={monthOfGroup(completion, group)} bucket="cohort" count={group.attempts?.cohort ?? 0} />
              ),
            },
            ...ATTEMPTS.map((attempt) => ({
              key: attempt,
              title: t(`today.rates.attempt${attempt}`),
              right: true,
              render: (group: (typeof groups)[number]) =>
                group.attempts && (
                  <CountOfRate
                    of={monthOfGroup(completion, group)}
                    bucket={`closedWithin${attempt}`}
                    count={group.attempts.closedWithin[attempt]}
                    rate={group.attempts.rates[attempt]}
                  />
                ),
            })),
            {
              key: 'stillOpen',
              title: t('figures.stillOpen'),
              right: true,
              render: (group) => (
                <CaseLink
                  of={monthOfGroup(completion, group)}
                  bucket="stillOpen"
                  count={group.attempts?.stillOpen ?? 0}
                />
              ),
            },
          ]}
        />
      }
    />
  );
}
