import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import type { Schemas } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { InPieces } from '../../components/in-pieces.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Empty, Panel } from '../../components/panel.tsx';
import { ImportReason } from './import-reason.tsx';

interface Told {
  readonly key: string;
  readonly line: number;
  readonly isRefused: boolean;
  readonly field: string;
  readonly code: string;
  readonly reason: string;
  readonly transferId: string | null;
}

/** A thousand at a time. */
const BY_LINE = {
  initialPageParam: null,
  pageParamName: 'after',
  getNextPageParam: (page: { readonly next: number | null }) => page.next,
};

/** What is said of a file, of its refused lines, and of each cell that was read otherwise than it is written. */
export function ImportLines({ file }: { readonly file: Schemas['Import'] }) {
  const { t } = useTranslation();
  const path = { params: { path: { id: file.id } } };
  const lines = api.useInfiniteQuery('get', '/imports/{id}/lines', path, BY_LINE);
  const refusals = api.useQuery('get', '/imports/{id}/refusals', path);
  return (
    <Panel title={t('imports.told', { kind: t(`importKinds.${file.kind}`) })}>
      <div className="stack tight">
        {file.warnings.map(({ field, code, message }) => (
          <p key={`${field} ${message}`} className="verdict">
            {field !== '' && `${field} · `}
            <ImportReason field={field} code={code} sentence={message} />
          </p>
        ))}
        <Loaded query={lines}>
          {({ pages }) => (
            <Loaded query={refusals}>
              {(refused) => {
                const read = pages.flatMap(({ items }) => items);
                const rows = toldOf(read, typeof refused === 'string' ? [] : refused.items);
                return (
                  <InPieces rows={rows} next={lines}>
                    {(shown) => <ToldTable rows={shown} />}
                  </InPieces>
                );
              }}
            </Loaded>
          )}
        </Loaded>
        {file.refused > 0 && (
          <a href={`/imports/${file.id}/refusals?format=csv`} download>
            {t('imports.refusalsFile')}
          </a>
        )}
      </div>
    </Panel>
  );
}

function toldOf(
  lines: readonly Schemas['ImportLine'][],
  refusals: readonly Schemas['ImportRefusal'][],
): readonly Told[] {
  const refused = refusals.map(({ line, field, code, reason }) => ({
    line,
    field,
    code,
    reason,
    key: `${String(line)} ${field} ${reason}`,
    isRefused: true,
    transferId: null,
  }));
  const warned = lines.flatMap(({ line, transferId, warnings }) =>
    warnings.map(({ field, code, message }) => ({
      line,
      field,
      code,
      transferId,
      reason: message,
      key: `${String(line)} ${field} ${code}`,
      isRefused: false,
    })),
  );
  return [...refused, ...warned].sort((a, b) => a.line - b.line);
}

function ToldTable({ rows }: { readonly rows: readonly Told[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <Empty>{t('imports.nothingTold')}</Empty>;
  return (
    <DataTable
      caption={t('imports.lines')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'line', title: t('imports.line'), right: true, render: (told) => <LineNumber told={told} /> },
        {
          key: 'result',
          title: t('common.columns.outcome'),
          render: ({ isRefused }) => t(isRefused ? 'imports.results.refused' : 'imports.results.accepted'),
        },
        { key: 'field', title: t('imports.column'), render: ({ field }) => field },
        {
          key: 'reason',
          title: t('common.columns.reason'),
          render: ({ field, code, reason }) => <ImportReason field={field} code={code} sentence={reason} />,
        },
      ]}
    />
  );
}

function LineNumber({ told: { line, transferId } }: { readonly told: Told }) {
  if (transferId === null) return <span className="number">{line}</span>;
  return (
    <Link to="/transfers/$id" params={{ id: transferId }} className="number">
      {line}
    </Link>
  );
}
