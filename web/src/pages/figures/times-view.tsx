import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { until } from '../../api/as-of.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { Count } from '../../components/time.tsx';
import type { StepTimesSearch } from '../../figures-params.ts';
import { firstDay, lastDay } from '../../format/month.ts';
import { useProcedureWords } from '../../procedures/use-procedure-words.ts';
import { percent } from '../today/rate-card.tsx';
import { Provisional } from '../today/provisional.tsx';
import { KnownNow } from './known-now.tsx';
import type { ViewProps } from './view-props.ts';

type Times = Pick<Schemas['Completion'], 'from' | 'to'> & {
  readonly parties: readonly Schemas['PartyTime'][];
  readonly steps: readonly Schemas['StepTime'][];
};

export const timesQuery = (from: string, to: string, everyMs: number) =>
  api.queryOptions('get', '/metrics/steps', { params: { query: { from, to } } }, { refetchInterval: 10 * everyMs });

/** How fast: whose days they were, ours apart from the other offices', and how many each step took. */
export function TimesView({ month, officeDate, everyMs, asOf }: ViewProps) {
  const { t } = useTranslation();
  const query = useQuery(timesQuery(firstDay(month), until(lastDay(month), asOf, officeDate), everyMs));
  return (
    <>
      <KnownNow asOf={asOf} />
      <Loaded query={query} lines={10}>
        {(times) => (
          <>
            <Panel title={t('figures.inTime')} aside={<Provisional of={times} />}>
              <Parties times={times} />
            </Panel>
            <Panel title={t('figures.perStep')} aside={<Provisional of={times} />}>
              <Steps times={times} />
            </Panel>
          </>
        )}
      </Loaded>
    </>
  );
}

const daysOf = (days: number | null): string => (days === null ? '–' : String(days));

export function Parties({ times: { from, to, parties } }: { readonly times: Omit<Times, 'steps'> }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('figures.inTime')}
      rows={parties}
      rowKey={({ party }) => party}
      columns={[
        { key: 'party', title: t('figures.party'), render: ({ party }) => t(`parties.${party}`) },
        {
          key: 'inTime',
          title: t('figures.inTime'),
          right: true,
          render: ({ party, inTime }) => (
            <span className="nowrap">
              <TimesLink search={{ from, to, party, inTime: true }} count={inTime.numerator} />
              <span className="soft"> / </span>
              <TimesLink search={{ from, to, party }} count={inTime.denominator} />
            </span>
          ),
        },
        {
          key: 'rate',
          title: t('figures.rate'),
          right: true,
          render: ({ inTime }) => <span className="number nowrap">{percent(inTime.rate)}</span>,
        },
        {
          key: 'median',
          title: t('figures.median'),
          right: true,
          render: ({ medianWorkingDays }) => daysOf(medianWorkingDays),
        },
        { key: 'p80', title: t('figures.p80'), right: true, render: ({ p80WorkingDays }) => daysOf(p80WorkingDays) },
      ]}
    />
  );
}

function Steps({ times: { from, to, steps } }: { readonly times: Times }) {
  const { t } = useTranslation();
  const words = useProcedureWords();
  return (
    <DataTable
      caption={t('figures.perStep')}
      rows={steps}
      rowKey={({ step, party }) => `${step} ${party}`}
      columns={[
        { key: 'step', title: t('common.columns.step'), render: ({ step }) => words.step(step) },
        { key: 'party', title: t('figures.party'), render: ({ party }) => t(`parties.${party}`) },
        {
          key: 'closed',
          title: t('figures.stepsClosed'),
          right: true,
          render: ({ step, party, closed }) => <TimesLink search={{ from, to, party, step }} count={closed} />,
        },
        {
          key: 'median',
          title: t('figures.median'),
          right: true,
          render: ({ medianWorkingDays }) => daysOf(medianWorkingDays),
        },
        { key: 'p80', title: t('figures.p80'), right: true, render: ({ p80WorkingDays }) => daysOf(p80WorkingDays) },
      ]}
    />
  );
}

/** A number that opens what it counts, for who may read the cases. */
function TimesLink({ search, count }: { readonly search: StepTimesSearch; readonly count: number }) {
  const may = useMay();
  if (!may('readTransfers')) return <Count of={count} />;
  return (
    <Link to="/step-times" search={search} className="number">
      <Count of={count} />
    </Link>
  );
}
