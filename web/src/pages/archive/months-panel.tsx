import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { DataTable } from '../../components/data-table.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { Count } from '../../components/time.tsx';
import { formatMonth } from '../../format/day.ts';

/** Each month with what was closed in it and what waits for a box. */
export function MonthsPanel({ month: chosen }: { readonly month: string | undefined }) {
  const { t, i18n } = useTranslation();
  const query = api.useInfiniteQuery('get', '/archive/months', { params: { query: { limit: 12 } } }, BY_CURSOR);
  return (
    <Panel title={t('archive.months.title')}>
      <PagedRows query={query} lines={6} empty={t('archive.months.none')}>
        {(rows) => (
          <DataTable
            caption={t('archive.months.title')}
            rows={rows}
            rowKey={({ month }) => month}
            rowClass={({ month }) => (month === chosen ? 'chosen' : '')}
            walkable
            columns={[
              {
                key: 'month',
                title: t('figures.month'),
                render: ({ month }) => (
                  <Link to="/archive" search={{ month }} data-row aria-current={month === chosen ? 'true' : undefined}>
                    {formatMonth(month, i18n.language)}
                  </Link>
                ),
              },
              {
                key: 'closed',
                title: t('archive.months.closed'),
                right: true,
                render: ({ closed }) => <Count of={closed} />,
              },
              {
                key: 'waiting',
                title: t('archive.months.waiting'),
                right: true,
                render: ({ month, waiting }) => (
                  <Link to="/archive" search={{ month }}>
                    <Count of={waiting} />
                  </Link>
                ),
              },
            ]}
          />
        )}
      </PagedRows>
    </Panel>
  );
}
