import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useOfficeDate } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { Count, Moment } from '../../components/time.tsx';
import { formatDay } from '../../format/day.ts';
import { SampleDialog } from './sample-dialog.tsx';

/** Random samples for an auditor. */
export function SamplesPanel() {
  const { t } = useTranslation();
  const today = useOfficeDate();
  const [drawing, setDrawing] = useState(false);
  const query = api.useInfiniteQuery('get', '/audit-samples', { params: { query: { limit: 50 } } }, BY_CURSOR);
  return (
    <Panel
      title={t('archive.samples.title')}
      aside={<Button onClick={() => setDrawing(true)}>{t('archive.samples.draw')}</Button>}
    >
      <PagedRows query={query} lines={4} empty={t('archive.samples.none')}>
        {(rows) => <SampleTable rows={rows} />}
      </PagedRows>
      {drawing && today !== undefined && <SampleDialog today={today} onClose={() => setDrawing(false)} />}
    </Panel>
  );
}

function SampleTable({ rows }: { readonly rows: readonly Schemas['AuditSampleHead'][] }) {
  const { t, i18n } = useTranslation();
  const day = (on: string): string => formatDay(on, i18n.language);
  return (
    <DataTable
      caption={t('archive.samples.title')}
      rows={rows}
      rowKey={({ id }) => id}
      walkable
      columns={[
        {
          key: 'seed',
          title: t('archive.samples.seed'),
          render: ({ id, seed }) => (
            <Link to="/archive/samples/$id" params={{ id }} data-row className="number">
              {seed}
            </Link>
          ),
        },
        {
          key: 'of',
          title: t('archive.samples.of'),
          render: ({ basis, direction, from, to }) =>
            [
              t(`archive.bases.${basis}`),
              direction === null ? t('common.all') : t(`directions.${direction}`),
              t('numbers.span', { from: day(from), to: day(to) }),
            ].join(' · '),
        },
        { key: 'size', title: t('archive.samples.size'), right: true, render: ({ size }) => <Count of={size} /> },
        {
          key: 'population',
          title: t('archive.samples.population'),
          right: true,
          render: ({ population }) => <Count of={population} />,
        },
        { key: 'by', title: t('common.columns.by'), render: ({ by }) => by.displayName },
        { key: 'when', title: t('common.columns.when'), render: ({ at }) => <Moment at={at} /> },
      ]}
    />
  );
}
