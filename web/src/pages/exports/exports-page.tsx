import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Count, Moment } from '../../components/time.tsx';
import { AskForm } from './ask-form.tsx';
import { Standing } from './standing.tsx';

type Export = Schemas['Export'];

const isUnderWay = ({ state }: Export): boolean => state === 'waiting' || state === 'running';

/** The files that I have asked for: how far each is, and the way to it. */
export function ExportsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const query = api.useQuery(
    'get',
    '/exports',
    {},
    { refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) === false ? 15_000 : 1_000) },
  );
  return (
    <Page title={t('exports.title')}>
      <div className="stack">
        {may('readMetrics') && (
          <Panel title={t('exports.ask')}>
            <AskForm />
          </Panel>
        )}
        <Panel title={t('exports.mine')}>
          <p className="soft">{t('exports.explain')}</p>
          <Loaded query={query} lines={4}>
            {({ items }) => (items.length === 0 ? <Empty>{t('exports.none')}</Empty> : <ExportTable items={items} />)}
          </Loaded>
        </Panel>
      </div>
    </Page>
  );
}

function ExportTable({ items }: { readonly items: readonly Export[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('exports.mine')}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { key: 'file', title: t('exports.file'), render: ({ fileName }) => fileName },
        { key: 'format', title: t('exports.format'), render: ({ format }) => t(`exports.formats.${format}`) },
        { key: 'when', title: t('common.columns.when'), render: ({ askedAt }) => <Moment at={askedAt} /> },
        { key: 'rows', title: t('exports.rows'), right: true, render: ({ rows }) => <Count of={rows} /> },
        { key: 'state', title: t('common.columns.state'), render: (one) => <Standing of={one} /> },
      ]}
    />
  );
}
