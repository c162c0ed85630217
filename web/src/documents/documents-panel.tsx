import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, client } from '../api/client.ts';
import { useMay } from '../api/queries.ts';
import type { Schemas, TransferDetail } from '../api/types.ts';
import { useSending } from '../api/use-sending.ts';
import { DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Empty, Panel } from '../components/panel.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Moment } from '../components/time.tsx';
import type { MaterialsKind } from './materials-dialog.tsx';
import { fileAddress, showDocument } from './open-file.ts';

// Comes when somebody opens it: who only reads the transfer waits for no window.
const MaterialsDialog = lazy(async () => ({ default: (await import('./materials-dialog.tsx')).MaterialsDialog }));

type Paper = Schemas['Document'];
type Kind = Schemas['DocumentKind'];

/** What left the office about this transfer, and what can be printed of it now. */
export function DocumentsPanel({ transfer }: { readonly transfer: TransferDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const query = api.useQuery('get', '/transfers/{id}/documents', { params: { path: { id: transfer.id } } });
  return (
    <Panel title={t('documents.title')}>
      <div className="stack tight">
        <Loaded query={query}>
          {({ items }) => (items.length === 0 ? <Empty>{t('documents.empty')}</Empty> : <Made items={items} />)}
        </Loaded>
        {may('makeDocument') && <Print transfer={transfer} />}
      </div>
    </Panel>
  );
}

function Made({ items }: { readonly items: readonly Paper[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t('documents.title')}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { key: 'kind', title: t('common.columns.kind'), render: (paper) => <Name {...paper} /> },
        { key: 'when', title: t('common.columns.when'), render: ({ madeAt }) => <Moment at={madeAt} /> },
        { key: 'by', title: t('documents.madeBy'), render: ({ madeBy }) => madeBy.displayName },
        { key: 'anew', title: '', render: (paper) => <Anew {...paper} /> },
      ]}
    />
  );
}

/** A link to the paper as it was printed. */
function Name({ id, kind, number, version, replacedAt }: Paper) {
  const { t } = useTranslation();
  return (
    <>
      <a href={fileAddress(id)} target="_blank" rel="noreferrer">
        {t(`documents.kinds.${kind}`)}
      </a>{' '}
      {replacedAt !== null && <span className="badge">{t('documents.replaced')}</span>}
      <div className="soft small">
        {number} {version > 1 && t('documents.version', { version })}
      </div>
    </>
  );
}

/** Asked for again with the same words it could not be: what somebody typed is in the paper alone. */
const TYPED: ReadonlySet<Kind> = new Set(['missingMaterials', 'promise']);

function Anew({ kind, transferId, subjectId, replacedAt }: Paper) {
  const { t } = useTranslation();
  const may = useMay();
  const printing = usePrinting(transferId ?? '');
  if (replacedAt !== null || transferId === null || TYPED.has(kind) || !may('makeDocument')) return null;
  return (
    <>
      <Button
        size="small"
        loading={printing.isPending}
        onClick={() => printing.mutate(subjectId === null ? { kind, anew: true } : { kind, subjectId, anew: true })}
      >
        {t('documents.anew')}
      </Button>
      {printing.isError && <ProblemNotice error={printing.error} />}
    </>
  );
}

function usePrinting(transferId: string) {
  const queryClient = useQueryClient();
  return useSending({
    mutationFn: async (body: Schemas['NewDocument']) =>
      bodyOf(await client.POST('/transfers/{id}/documents', { params: { path: { id: transferId } }, body })),
    onSuccess: async ({ id }) => {
      showDocument(id);
      await queryClient.invalidateQueries();
    },
  });
}

/** Only what can be printed now: a refusal where something was refused. */
function Print({ transfer }: { readonly transfer: TransferDetail }) {
  const { t } = useTranslation();
  const printing = usePrinting(transfer.id);
  const [asking, setAsking] = useState<MaterialsKind>();
  const ready: readonly Kind[] = transfer.refusal ? ['acceptanceSlip', 'notApproved'] : ['acceptanceSlip'];
  const asked: readonly MaterialsKind[] = transfer.closedAt === null ? ['missingMaterials', 'promise'] : [];
  return (
    <>
      <div className="row no-print" role="group" aria-label={t('common.print')}>
        {ready.map((kind) => (
          <Button key={kind} size="small" loading={printing.isPending} onClick={() => printing.mutate({ kind })}>
            {t(`documents.kinds.${kind}`)}
          </Button>
        ))}
        {asked.map((kind) => (
          <Button key={kind} size="small" onClick={() => setAsking(kind)}>
            {t(`documents.kinds.${kind}`)}…
          </Button>
        ))}
      </div>
      {printing.isError && <ProblemNotice error={printing.error} />}
      <Suspense fallback={null}>
        {asking && <MaterialsDialog transferId={transfer.id} kind={asking} onClose={() => setAsking(undefined)} />}
      </Suspense>
    </>
  );
}
