import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, client } from '../../api/client.ts';
import { newIdempotencyKey } from '../../api/idempotency-key.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Moment, Yuan } from '../../components/time.tsx';

type Batches = Schemas['CoreBatches'];

/** Entered forms on their way to the accounts. */
export function BatchesPanel() {
  const { t } = useTranslation();
  const query = api.useQuery('get', '/core/batches');
  return (
    <Panel title={t('core.batches.title')}>
      <Loaded query={query}>
        {(batches) => (
          <div className="stack tight">
            <Sending batches={batches} />
            {batches.items.length === 0 ? <Empty>{t('core.batches.none')}</Empty> : <BatchTable rows={batches.items} />}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function Sending({ batches: { waiting, coreConnected } }: { readonly batches: Batches }) {
  const { t } = useTranslation();
  const may = useMay();
  const queryClient = useQueryClient();
  const send = useSending({
    mutationFn: async (by: 'gateway' | 'file') => {
      const params = { header: { 'Idempotency-Key': newIdempotencyKey() } };
      return bodyOf(await client.POST('/core/batches', { params, body: { by } }));
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <div className="row">
      <span>{t('core.batches.waiting', { count: waiting })}</span>
      {may('exchangeWithCore') && waiting > 0 && (
        <>
          {coreConnected && (
            <Button type="primary" loading={send.isPending} onClick={() => send.mutate('gateway')}>
              {t('core.batches.send')}
            </Button>
          )}
          <Button loading={send.isPending} onClick={() => send.mutate('file')}>
            {t('core.batches.asFile')}
          </Button>
        </>
      )}
      {send.error && <ProblemNotice error={send.error} />}
    </div>
  );
}

function BatchTable({ rows }: { readonly rows: Batches['items'] }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <DataTable
      caption={t('core.batches.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          title: t('core.batches.number'),
          render: ({ number }) => <span className="number">{number}</span>,
        },
        { key: 'forms', title: t('core.batches.forms'), right: true, render: ({ forms }) => forms },
        {
          key: 'amount',
          title: t('common.columns.amount'),
          right: true,
          render: ({ amountFen }) => <Yuan fen={amountFen} />,
        },
        {
          key: 'state',
          title: t('common.columns.state'),
          render: ({ state, reason }) => (
            <>
              {t(`core.batchStates.${state}`)} <span className="soft small">{reason}</span>
            </>
          ),
        },
        { key: 'when', title: t('common.columns.when'), render: ({ madeAt }) => <Moment at={madeAt} /> },
        {
          key: 'file',
          title: t('core.batches.take'),
          render: ({ id, number }) =>
            may('exchangeWithCore') && (
              <a href={`/core/batches/${id}/file`} download={`${number}.csv`}>
                {t('core.batches.take')}
              </a>
            ),
        },
      ]}
    />
  );
}
