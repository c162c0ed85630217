import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { client, jsonOf } from '../../api/client.ts';
import { useOfficeDate, useStaff } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { More } from '../../components/more-button.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { formatMonth } from '../../format/day.ts';
import { addMonths, firstDay, lastDay, monthOf } from '../../format/month.ts';
import { changedSearch, type DecisionsSearch, type SearchChange } from '../../search-params.ts';
import { DecisionCounts, DecisionTable } from './decision-tables.tsx';
import { KINDS, useKindWord } from './kinds.ts';

const route = getRouteApi('/shell/manual-decisions');

/** What people decided by hand in a month (人工干预清单), by kind and person. */
export function DecisionsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const officeDate = useOfficeDate();
  if (officeDate === undefined) return <Page title={t('manualDecisions.title')}>{null}</Page>;
  const current = monthOf(officeDate);
  const month = search.month ?? current;
  return (
    <Page title={t('manualDecisions.title')} aside={<Months search={search} month={month} current={current} />}>
      <div className="stack tight">
        <p className="soft">{t('manualDecisions.explain')}</p>
        <Filters search={search} />
        <Decisions search={search} month={month} />
      </div>
    </Page>
  );
}

interface MonthsProps {
  readonly search: DecisionsSearch;
  readonly month: string;
  readonly current: string;
}

function Months({ search, month, current }: MonthsProps) {
  const { t, i18n } = useTranslation();
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
  return (
    <div className="month-switch">
      <Link
        to="/manual-decisions"
        search={{ ...search, month: before }}
        aria-label={t('manualDecisions.previous')}
        className="arrow no-print"
      >
        ‹
      </Link>
      <strong aria-live="polite">{formatMonth(month, i18n.language)}</strong>
      {after <= current && (
        <Link
          to="/manual-decisions"
          search={{ ...search, month: after }}
          aria-label={t('manualDecisions.next')}
          className="arrow no-print"
        >
          ›
        </Link>
      )}
    </div>
  );
}

function Filters({ search }: { readonly search: DecisionsSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const word = useKindWord();
  const change = (part: SearchChange<DecisionsSearch>): void =>
    void navigate({ to: '/manual-decisions', search: changedSearch(search, part), replace: true });
  const common = { allowClear: true, showSearch: { optionFilterProp: 'label' }, popupMatchSelectWidth: false } as const;
  return (
    <div className="row no-print">
      <Select
        {...common}
        aria-label={t('common.columns.kind')}
        placeholder={t('manualDecisions.anyKind')}
        value={search.kind ?? null}
        options={KINDS.map((kind) => ({ value: kind, label: word(kind) }))}
        onChange={(kind: Schemas['ManualDecisionKind'] | undefined) => change({ kind })}
      />
      <Select
        {...common}
        aria-label={t('manualDecisions.who')}
        placeholder={t('manualDecisions.anyone')}
        value={search.staff ?? null}
        options={useStaff().map(({ id, displayName }) => ({ value: id, label: displayName }))}
        onChange={(staff: string | undefined) => change({ staff })}
      />
    </div>
  );
}

function Decisions({ search, month }: Omit<MonthsProps, 'current'>) {
  const { t } = useTranslation();
  const { kind, staff: staffId } = search;
  const asked = {
    from: firstDay(month),
    to: lastDay(month),
    ...(kind && { kind }),
    ...(staffId !== undefined && { staffId }),
  };
  const query = useInfiniteQuery({
    queryKey: ['manual-decisions', asked],
    queryFn: async ({ pageParam }: { pageParam: string | null }) =>
      jsonOf(
        await client.GET('/manual-decisions', {
          params: { query: { ...asked, limit: 100, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  });
  const printed = `/manual-decisions?${new URLSearchParams({ ...asked, format: 'pdf' }).toString()}`;
  return (
    <Loaded query={query} lines={8}>
      {({ pages }) => {
        const [first] = pages;
        const rows = pages.flatMap(({ items }) => items);
        return (
          <div className="stack">
            {first && first.counts.length > 0 && (
              <Panel title={t('manualDecisions.counts')}>
                <DecisionCounts counts={first.counts} search={{ ...search, month }} />
              </Panel>
            )}
            <Panel
              title={t('manualDecisions.title')}
              aside={
                <span className="row no-print">
                  <a href={printed} target="_blank" rel="noreferrer">
                    {t('archive.paper.pdf')}
                  </a>
                  <ExportButton what="listManualDecisions" query={asked} />
                </span>
              }
            >
              <p className="case-count">{t('manualDecisions.count', { count: first?.count ?? 0 })}</p>
              {rows.length === 0 ? <Empty>{t('manualDecisions.none')}</Empty> : <DecisionTable rows={rows} />}
              {rows.length > 0 && <More shown={rows.length} query={query} />}
            </Panel>
          </div>
        );
      }}
    </Loaded>
  );
}
