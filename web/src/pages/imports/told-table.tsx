import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/panel.tsx';
import { ImportReason } from './import-reason.tsx';
import type { Told } from './told.ts';

interface ToldTableProps {
  readonly rows: readonly Told[];
  /** What was done about a refused line, or can be; undefined: nothing of this file. */
  readonly action: ((told: Told) => ReactNode) | undefined;
}

export function ToldTable({ rows, action }: ToldTableProps) {
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
        ...(action ? [{ key: 'correct', title: t('imports.correct.column'), render: action }] : []),
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
