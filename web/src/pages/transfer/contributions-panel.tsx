import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, client } from '../../api/client.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { Yuan } from '../../components/time.tsx';

type Contributions = Schemas['Contributions'];

/** What the core system says of the person's account, what can move of it, and whether it has booked. */
export function ContributionsPanel({ transferId }: { readonly transferId: string }) {
  const { t } = useTranslation();
  const params = { path: { id: transferId } };
  const query = api.useQuery('get', '/transfers/{id}/contributions', { params });
  const traffic = api.useQuery('get', '/transfers/{id}/core-receipts', { params });
  return (
    <Panel
      title={t('core.rows.title')}
      aside={query.data?.coreConnected === true && <Fetching transferId={transferId} />}
    >
      <div className="stack tight">
        <Loaded query={query}>
          {(contributions) =>
            contributions.rows.length === 0 ? (
              <Empty>{t('core.rows.none')}</Empty>
            ) : (
              <>
                <Rows rows={contributions.rows} />
                <WhatFollows contributions={contributions} />
              </>
            )
          }
        </Loaded>
        {traffic.data && traffic.data.sent.length > 0 && (
          <p>{t(traffic.data.proved ? 'core.rows.proved' : 'core.rows.unproved')}</p>
        )}
      </div>
    </Panel>
  );
}

function Fetching({ transferId }: { readonly transferId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const queryClient = useQueryClient();
  const fetching = useSending({
    mutationFn: async () =>
      bodyOf(await client.POST('/transfers/{id}/contributions/fetching', { params: { path: { id: transferId } } })),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  if (!may('enterContributions')) return null;
  return (
    <div className="row">
      {fetching.error && <ProblemNotice error={fetching.error} />}
      <Button size="small" loading={fetching.isPending} onClick={() => fetching.mutate()}>
        {t('core.rows.fetch')}
      </Button>
    </div>
  );
}

function Rows({ rows }: { readonly rows: Contributions['rows'] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('core.rows.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'months',
          title: t('core.rows.months'),
          render: ({ fromMonth, toMonth, months }) => (
            <span className="number">
              {fromMonth}–{toMonth} ({months})
            </span>
          ),
        },
        { key: 'nature', title: t('core.rows.nature'), render: ({ nature }) => t(`core.natures.${nature}`) },
        {
          key: 'base',
          title: t('core.rows.base'),
          right: true,
          render: ({ baseFen }) => baseFen !== null && <Yuan fen={baseFen} />,
        },
        {
          key: 'credited',
          title: t('core.rows.credited'),
          right: true,
          render: ({ creditedFen }) => <Yuan fen={creditedFen} />,
        },
        { key: 'source', title: t('core.rows.source'), render: ({ source }) => t(`core.sources.${source}`) },
      ]}
    />
  );
}

function WhatFollows({ contributions: { form, notTransferable } }: { readonly contributions: Contributions }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        {form ? (
          <>
            {t('core.rows.total')} <Yuan fen={form.totalFen} />
          </>
        ) : (
          t('core.rows.noForm')
        )}
      </p>
      {notTransferable.map(({ paidOn, months, reasons }) => (
        <p key={paidOn} className="verdict warn">
          {t('core.rows.stays', { months, day: paidOn })}
          {': '}
          {reasons.map((reason) => t(`core.reasons.${reason}`)).join(' · ')}
        </p>
      ))}
    </>
  );
}
