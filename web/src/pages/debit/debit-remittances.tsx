import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { Day } from '../../components/time.tsx';
import { useBegun } from '../../forms/use-begun.ts';

const JoinDialog = lazy(async () => ({ default: (await import('./join-dialog.tsx')).JoinDialog }));

type Debit = Schemas['Debit'];
type Remittance = Schemas['Remittance'];

/** A payment of ours that the bank has worded otherwise: of those of its amount somebody says which. */
export function DebitRemittances({ debit }: { readonly debit: Debit }) {
  const { t } = useTranslation();
  // One that came back may have been paid anew before the bank told of its debit.
  const asked = { awaitsDebit: true, amountFen: debit.amountFen, limit: 50 };
  const query = api.useQuery('get', '/remittances', { params: { query: asked } });
  return (
    <Panel title={t('remittances.debit.title')}>
      <Loaded query={query}>
        {({ items }) => {
          if (items.length === 0) return <Empty>{t('remittances.debit.none')}</Empty>;
          return <Rows rows={items} debit={debit} />;
        }}
      </Loaded>
    </Panel>
  );
}

function Rows({ rows, debit }: { readonly rows: readonly Remittance[]; readonly debit: Debit }) {
  const { t } = useTranslation();
  const may = useMay();
  const begun = useBegun();
  const [joining, setJoining] = useState(() => rows.find(({ id }) => begun.isOpen('joinDebit', id)));
  return (
    <>
      <DataTable
        caption={t('remittances.debit.title')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'reference',
            title: t('remittances.reference'),
            render: ({ reference }) => <span className="number">{reference}</span>,
          },
          { key: 'payee', title: t('remittances.payee'), render: ({ payeeName }) => payeeName },
          { key: 'caseNo', title: t('common.columns.caseNo'), render: (row) => <CaseNo {...row} /> },
          {
            key: 'state',
            title: t('common.columns.state'),
            render: ({ state, since }) => (
              <>
                {t(`remittances.states.${state}`)} <Day on={since.slice(0, 10)} />
              </>
            ),
          },
          {
            key: 'act',
            title: '',
            render: (row) =>
              may('payOut') && (
                <Button size="small" onClick={() => setJoining(row)}>
                  {t('remittances.debit.join')}
                </Button>
              ),
          },
        ]}
      />
      <Suspense fallback={null}>
        {joining && <JoinDialog debit={debit} remittance={joining} onClose={() => setJoining(undefined)} />}
      </Suspense>
    </>
  );
}
