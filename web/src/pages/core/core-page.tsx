import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, client } from '../../api/client.ts';
import { BY_CURSOR } from '../../api/pages.ts';
import { useMay } from '../../api/queries.ts';
import type { Schemas } from '../../api/types.ts';
import { useSending } from '../../api/use-sending.ts';
import { CaseNo } from '../../components/case-no.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Page } from '../../components/page.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useBegun } from '../../forms/use-begun.ts';
import { BatchesPanel } from './batches-panel.tsx';

const ReceiptDialog = lazy(async () => ({ default: (await import('./receipt-dialog.tsx')).ReceiptDialog }));
const SettleDialog = lazy(async () => ({
  default: (await import('../../components/settle-dialog.tsx')).SettleDialog,
}));

type Difference = Schemas['CoreDifferences']['items'][number];

/** What the core system says and we do not, or otherwise, and what has gone to it: the daily list of the account post. */
export function CorePage() {
  const { t } = useTranslation();
  const may = useMay();
  const [isMine, setMine] = useState(false);
  const [kept, setKept] = useState<Schemas['CoreReceipt']>();
  const asked = { ...(isMine && { mine: true }), limit: 100 };
  const query = api.useInfiniteQuery('get', '/core/differences', { params: { query: asked } }, BY_CURSOR);
  return (
    <Page title={t('core.title')}>
      <div className="stack">
        <p className="soft">{t('core.explain')}</p>
        <div role="status">
          {kept && (
            <p className={`verdict ${kept.verdict === 'whole' ? 'good' : 'warn'}`}>
              {t('core.receipt.kept', {
                serial: kept.serial,
                verdict: t(`core.receipt.verdicts.${kept.verdict}`),
              })}
            </p>
          )}
        </div>
        <Panel
          title={t('core.what')}
          aside={
            may('exchangeWithCore') && (
              <div className="row">
                <Receiving onKept={setKept} />
                <Comparing />
              </div>
            )
          }
        >
          <div className="stack tight">
            <div className="row no-print">
              <Checkbox checked={isMine} onChange={({ target }) => setMine(target.checked)}>
                {t('core.mine')}
              </Checkbox>
            </div>
            <PagedRows query={query} lines={4} empty={t('core.none')}>
              {(rows) => <DifferenceTable rows={rows} />}
            </PagedRows>
          </div>
        </Panel>
        <BatchesPanel />
      </div>
    </Page>
  );
}

/** A receipt that came on paper; what it amounts to is said above. */
function Receiving({ onKept }: { readonly onKept: (receipt: Schemas['CoreReceipt']) => void }) {
  const { t } = useTranslation();
  const begun = useBegun();
  const [open, setOpen] = useState(() => begun.isOpen('coreReceipt', 'office'));
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('core.receipt.button')}
      </Button>
      <Suspense fallback={null}>{open && <ReceiptDialog onKept={onKept} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}

function Comparing() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const compare = useSending({
    mutationFn: async () => bodyOf(await client.POST('/core/comparison')),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <div className="row">
      <span role="status">{compare.isSuccess && t('core.compared')}</span>
      {compare.error && <ProblemNotice error={compare.error} />}
      <Button size="small" loading={compare.isPending} onClick={() => compare.mutate()}>
        {t('core.compare')}
      </Button>
    </div>
  );
}

function DifferenceTable({ rows }: { readonly rows: readonly Difference[] }) {
  const { t } = useTranslation();
  const [settled, setSettled] = useState<Difference>();
  return (
    <>
      <DataTable
        caption={t('core.what')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'kind', title: t('core.what'), render: ({ kind }) => t(`core.kinds.${kind}`) },
          {
            key: 'caseNo',
            title: t('common.columns.caseNo'),
            render: ({ transferId, caseNo }) =>
              transferId !== null && <CaseNo transferId={transferId} caseNo={caseNo} />,
          },
          { key: 'about', title: t('core.details'), render: ({ about }) => <Details about={about} /> },
          { key: 'owner', title: t('common.columns.owner'), render: ({ owner }) => owner.displayName },
          {
            key: 'since',
            title: t('common.columns.since'),
            render: ({ firstSeenOn, seenOn }) => t('core.seen', { from: firstSeenOn, to: seenOn }),
          },
          {
            key: 'settle',
            title: t('core.settle'),
            render: (row) => (
              <Button size="small" onClick={() => setSettled(row)}>
                {t('core.settle')}
              </Button>
            ),
          },
        ]}
      />
      <Suspense fallback={null}>{settled && <Settling {...settled} onClose={() => setSettled(undefined)} />}</Suspense>
    </>
  );
}

function Settling({ id, kind, onClose }: Pick<Difference, 'id' | 'kind'> & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <SettleDialog
      name="coreDifference"
      differenceId={id}
      title={t(`core.kinds.${kind}`)}
      okText={t('core.settle')}
      label={t('core.note')}
      send={async (body) =>
        bodyOf(await client.POST('/core/differences/{id}/settlement', { params: { path: { id } }, body }))
      }
      onClose={onClose}
    />
  );
}

/** Months, serials and amounts as they were said: whoever looks for the row finds it by them. */
function Details({ about }: { readonly about: Difference['about'] }) {
  return (
    <span className="small number">
      {Object.values(about)
        .filter((value) => value !== null)
        .join(' · ')}
    </span>
  );
}
