import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Charted } from '../../components/chart/charted.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { formatMonth } from '../../format/day.ts';
import { CaseLink } from '../today/case-link.tsx';
import { CountOfRate } from './count-of-rate.tsx';
import { monthOfGroup, trendOption, type Line } from './trend-option.ts';
import { MonthLink, type TrendProps } from './trend-parts.tsx';

const RATES = ['inPeriod', 'second'] as const;

/** 当期、二次办结率 of the letters that were due in each of thirteen months. */
export function TrendOut({ completion, groups }: TrendProps) {
  const { t, i18n } = useTranslation();
  const option = useMemo(() => {
    const lines: Line[] = RATES.map((name) => ({
      name: t(`today.out.${name}`),
      points: groups.map(({ periods }) => ({ rate: periods?.[name].rate ?? null, isSettled: true })),
    }));
    return trendOption(groups, lines, i18n.language);
  }, [groups, t, i18n.language]);
  const title = t('figures.trendOut');
  return (
    <Charted
      title={title}
      label={t('figures.trendLabel', { count: groups.length })}
      option={option}
      table={
        <DataTable
          caption={title}
          rows={groups}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'month',
              title: t('figures.month'),
              render: ({ key }) => <MonthLink month={key} name={formatMonth(key, i18n.language)} />,
            },
            {
              key: 'due',
              title: t('figures.due'),
              right: true,
              render: (group) => (
                <CaseLink of={monthOfGroup(completion, group)} bucket="cohort" count={group.periods?.due ?? 0} />
              ),
            },
            ...RATES.map((name) => ({
              key: name,
              title: t(`today.out.${name}`),
              right: true,
              render: (group: (typeof groups)[number]) =>
                group.periods && (
                  <CountOfRate
                    of={monthOfGroup(completion, group)}
                    bucket={name}
                    count={group.periods[name].numerator}
                    rate={group.periods[name].rate}
                  />
                ),
            })),
          ]}
        />
      }
    />
  );
}
