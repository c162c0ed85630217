import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { CaseNo } from '../../components/case-no.tsx';
import { DayRange } from '../../components/day-range.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { Page } from '../../components/page.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { ReasonText } from '../../components/reason-text.tsx';
import { Moment } from '../../components/time.tsx';
import { changedSearch, type RefusalsSearch, type SearchChange } from '../../search-params.ts';

const route = getRouteApi('/shell/refusals');

const KINDS = ['notTakenUp', 'notApproved'] as const satisfies readonly Schemas['RefusalKind'][];

/** What was refused in writing: at the counter, and after the acceptance. */
export function RefusalsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const query = api.useInfiniteQuery('get', '/refusals', { params: { query: { ...search, limit: 100 } } }, BY_CURSOR);
  return (
    <Page title={t('refusals.title')}>
      <div className="stack tight">
        <Filters search={search} />
        <Panel title={t('refusals.title')} aside={<ExportButton what="listRefusals" query={{ ...search }} />}>
          <PagedRows query={query} lines={8} empty={t('refusals.none')}>
            {(rows) => <RefusalTable rows={rows} />}
          </PagedRows>
        </Panel>
      </div>
    </Page>
  );
}

function Filters({ search }: { readonly search: RefusalsSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const change = (part: SearchChange<RefusalsSearch>): void =>
    void navigate({ to: '/refusals', search: changedSearch(search, part), replace: true });
  return (
    <div className="row no-print">
      <Select
        allowClear
        popupMatchSelectWidth={false}
        aria-label={t('common.columns.kind')}
        placeholder={t('refusals.anyKind')}
        value={search.kind ?? null}
        options={KINDS.map((kind) => ({ value: kind, label: t(`refusals.kinds.${kind}`) }))}
        onChange={(kind: Schemas['RefusalKind'] | undefined) => change({ kind })}
      />
      <DayRange from={search.from} to={search.to} onChange={change} />
    </div>
  );
}

function RefusalTable({ rows }: { readonly rows: readonly Schemas['WrittenRefusal'][] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('refusals.title')}
      rows={rows}
      rowKey={({ id }) => id}
      walkable
      columns={[
        {
          key: 'number',
          title: t('accept.refuse.number'),
          render: ({ id, refusalNo }) => (
            <Link to="/refusals/$id" params={{ id }} data-row className="nowrap number">
              {refusalNo}
            </Link>
          ),
        },
        { key: 'when', title: t('common.columns.when'), render: ({ refusedAt }) => <Moment at={refusedAt} /> },
        { key: 'kind', title: t('common.columns.kind'), render: ({ kind }) => t(`refusals.kinds.${kind}`) },
        { key: 'person', title: t('common.columns.person'), render: ({ personName }) => personName },
        {
          key: 'reason',
          title: t('accept.refuse.reason'),
          render: ({ reasonCode, ground }) => (
            <>
              <ReasonText code={reasonCode} />
              {ground !== '' && <div className="soft small">{ground}</div>}
            </>
          ),
        },
        { key: 'by', title: t('refusals.by'), render: ({ by }) => by?.displayName },
        { key: 'caseNo', title: t('common.columns.caseNo'), render: (refusal) => <CaseNo {...refusal} /> },
      ]}
    />
  );
}
