import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, client } from '../../../api/client.ts';
import { useMay } from '../../../api/queries.ts';
import type { Schemas } from '../../../api/types.ts';
import { useSending } from '../../../api/use-sending.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Empty, Panel } from '../../../components/panel.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Yuan } from '../../../components/time.tsx';
import { useBegun } from '../../../forms/use-begun.ts';

const WithdrawRow = lazy(async () => ({ default: (await import('./withdraw-row.tsx')).WithdrawRow }));
const EnterDialog = lazy(async () => ({ default: (await import('./enter-dialog.tsx')).EnterDialog }));

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
      aside={
        <div className="row no-print">
          {query.data?.coreConnected === true && <Fetching transferId={transferId} />}
          <Entering transferId={transferId} />
        </div>
      }
    >
      <div className="stack tight">
        <Loaded query={query}>
          {(contributions) =>
            contributions.rows.length === 0 ? (
              <Empty>{t('core.rows.none')}</Empty>
            ) : (
              <>
                <Rows transferId={transferId} rows={contributions.rows} />
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

/** By hand: where no core system is connected, and for what it does not know yet. */
function Entering({ transferId }: { readonly transferId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const begun = useBegun();
  const [open, setOpen] = useState(() => begun.isOpen('contributions', transferId));
  if (!may('enterContributions')) return null;
  const name = t('core.enter.button');
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {begun.forms(transferId).includes('contributions') ? t('drafts.begun', { what: name }) : name}
      </Button>
      <Suspense fallback={null}>
        {open && <EnterDialog transferId={transferId} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}

interface RowsProps {
  readonly transferId: string;
  readonly rows: Contributions['rows'];
}

function Rows({ transferId, rows }: RowsProps) {
  const { t } = useTranslation();
  const may = useMay();
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
        {
          key: 'source',
          title: t('core.rows.source'),
          render: ({ id, source }) => (
            <>
              {t(`core.sources.${source}`)}{' '}
              <Suspense fallback={null}>
                {source === 'hand' && may('enterContributions') && <WithdrawRow transferId={transferId} rowId={id} />}
              </Suspense>
            </>
          ),
        },
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
