import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';
import { Charted } from '../../components/chart/charted.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { formatMonth } from '../../format/day.ts';
import { CaseLink } from '../today/case-link.tsx';
import { CountOfRate } from './count-of-rate.tsx';
import { monthOfGroup, trendOption, type Line } from './trend-option.ts';

const route = getRouteApi('/shell/figures');

export interface TrendProps {
  readonly completion: Schemas['Completion'];
  readonly groups: readonly Schemas['CompletionGroup'][];
}

type Group = TrendProps['groups'][number];
type Bucket = Schemas['CompletionBucket'];

/** Of one rate: its line, and its column in the table. */
export interface TrendOf {
  readonly key: string;
  readonly name: string;
  readonly point: (group: Group) => Line['points'][number];
  /** Null where the month says nothing. */
  readonly counted: (
    group: Group,
  ) => { readonly bucket: Bucket; readonly count: number; readonly rate: string | null } | null;
}

interface TrendPageProps extends TrendProps {
  readonly title: string;
  readonly rates: readonly TrendOf[];
  readonly note?: ReactNode;
  /** Before and behind the rates. */
  readonly before: Column<Group>;
  readonly after?: Column<Group>;
}

/** The rates of the cohorts as lines, and every number of them in the table in their place. */
export function Trend({ completion, groups, title, rates, note, before, after }: TrendPageProps) {
  const { t, i18n } = useTranslation();
  const option = useMemo(() => {
    const lines = rates.map(({ name, point }): Line => ({ name, points: groups.map(point) }));
    return trendOption(groups, lines, i18n.language);
  }, [groups, rates, i18n.language]);
  const month: Column<Group> = {
    key: 'month',
    title: t('figures.month'),
    render: ({ key }) => <MonthLink month={key} name={formatMonth(key, i18n.language)} />,
  };
  const columns = rates.map(({ key, name, counted }): Column<Group> => ({
    key,
    title: name,
    right: true,
    render: (group) => {
      const said = counted(group);
      return said && <CountOfRate of={monthOfGroup(completion, group)} {...said} />;
    },
  }));
  return (
    <Charted
      title={title}
      label={t('figures.trendLabel', { count: groups.length })}
      option={option}
      {...(note !== undefined && { note })}
      table={
        <DataTable
          caption={title}
          rows={groups}
          rowKey={({ key }) => key}
          columns={[month, before, ...columns, ...(after ? [after] : [])]}
        />
      }
    />
  );
}

/** A count of a month's cases that is no rate. */
export function countColumn({ completion }: TrendProps) {
  return (key: string, title: string, bucket: Bucket, count: (group: Group) => number | undefined): Column<Group> => ({
    key,
    title,
    right: true,
    render: (group) => <CaseLink of={monthOfGroup(completion, group)} bucket={bucket} count={count(group) ?? 0} />,
  });
}

/** A month that opens its rates. */
function MonthLink({ month, name }: { readonly month: string; readonly name: string }) {
  const { t } = useTranslation();
  const { view: _, ...search } = route.useSearch();
  return (
    <Link to="/figures" search={{ ...search, month }} className="nowrap" title={t('figures.views.rates')}>
      {name}
    </Link>
  );
}
