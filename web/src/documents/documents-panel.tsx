import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useMay } from '../api/queries.ts';
import type { Schemas, TransferDetail } from '../api/types.ts';
import { DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Empty, Panel } from '../components/panel.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Moment } from '../components/time.tsx';
import { fileAddress } from './open-file.ts';
import { PrintNow } from './print-now.tsx';
import { usePrinting } from './use-printing.ts';

type Paper = Schemas['Document'];
type Kind = Schemas['DocumentKind'];
type Ready = NonNullable<Schemas['Documents']['ready']>;

/** What left the office about this transfer, and what can be printed of it now. */
export function DocumentsPanel({ transfer }: { readonly transfer: TransferDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const query = api.useQuery('get', '/transfers/{id}/documents', {
    params: { path: { id: transfer.id }, query: { ready: 'kinds' } },
  });
  return (
    <Panel title={t('documents.title')}>
      <div className="stack tight">
        <Loaded query={query}>
          {({ items, ready = [] }) => (
            <>
              {items.length === 0 ? <Empty>{t('documents.empty')}</Empty> : <Made items={items} ready={ready} />}
              {may('makeDocument') && <PrintNow transferId={transfer.id} ready={ready} />}
            </>
          )}
        </Loaded>
      </div>
    </Panel>
  );
}

interface MadeProps {
  readonly items: readonly Paper[];
  readonly ready: Ready;
}

function Made({ items, ready }: MadeProps) {
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
        { key: 'anew', title: '', render: (paper) => <Anew paper={paper} ready={ready} /> },
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
const TYPED: ReadonlySet<Kind> = new Set(['missingMaterials', 'promise', 'certificate']);

/** Of what is typed only where nothing has to be any more: rows of an account have come since. */
const isAskedFirst = (kind: Kind, ready: Ready): boolean =>
  TYPED.has(kind) && ready.find((one) => one.kind === kind)?.asks.length !== 0;

function Anew({ paper, ready }: { readonly paper: Paper; readonly ready: Ready }) {
  const { t } = useTranslation();
  const may = useMay();
  const { kind, transferId, subjectId, replacedAt } = paper;
  const printing = usePrinting(transferId ?? '');
  if (replacedAt !== null || transferId === null || isAskedFirst(kind, ready) || !may('makeDocument')) return null;
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
