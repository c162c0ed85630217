import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { Count, Day, Moment } from '../../components/time.tsx';
import { formatMonth } from '../../format/day.ts';

/** Of one month, or all of them. */
export function BoxesPanel({ month }: { readonly month: string | undefined }) {
  const { t } = useTranslation();
  const query = api.useInfiniteQuery(
    'get',
    '/archive/boxes',
    { params: { query: { ...(month !== undefined && { month }), limit: 50 } } },
    BY_CURSOR,
  );
  return (
    <Panel
      title={t('archive.boxes.title')}
      aside={month !== undefined && <Link to="/archive">{t('archive.boxes.all')}</Link>}
    >
      <PagedRows query={query} lines={4} empty={t('archive.boxes.none')}>
        {(rows) => <BoxTable rows={rows} />}
      </PagedRows>
    </Panel>
  );
}

function BoxTable({ rows }: { readonly rows: readonly Schemas['ArchiveBox'][] }) {
  const { t, i18n } = useTranslation();
  return (
    <DataTable
      caption={t('archive.boxes.title')}
      rows={rows}
      rowKey={({ id }) => id}
      walkable
      columns={[
        {
          key: 'number',
          title: t('archive.boxes.number'),
          render: ({ id, boxNo }) => (
            <Link to="/archive/boxes/$id" params={{ id }} data-row className="nowrap number">
              {boxNo}
            </Link>
          ),
        },
        { key: 'month', title: t('figures.month'), render: ({ month }) => formatMonth(month, i18n.language) },
        {
          key: 'kind',
          title: t('common.columns.kind'),
          render: ({ direction, kind }) => `${t(`directions.${direction}`)} · ${t(`archive.kinds.${kind}`)}`,
        },
        { key: 'cases', title: t('archive.boxes.cases'), right: true, render: ({ cases }) => <Count of={cases} /> },
        {
          key: 'years',
          title: t('archive.boxes.years'),
          render: ({ keptYears }) => t('rules.years', { count: keptYears }),
        },
        { key: 'until', title: t('archive.boxes.until'), render: ({ keepUntil }) => <Day on={keepUntil} /> },
        { key: 'by', title: t('common.columns.by'), render: ({ by }) => by.displayName },
        { key: 'when', title: t('common.columns.when'), render: ({ at }) => <Moment at={at} /> },
      ]}
    />
  );
}
