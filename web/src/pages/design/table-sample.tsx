import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { Due, Yuan } from '../../components/time.tsx';
import { useOfficeDate } from '../../api/queries.ts';

interface Row {
  readonly no: string;
  readonly late: boolean;
  readonly fen: number;
}

const ROWS: readonly Row[] = [
  { no: '01', late: true, fen: 1_234_500 },
  { no: '02', late: false, fen: 99 },
  { no: '03', late: false, fen: 0 },
];

/** A table with a row that is late: by its edge, its word and its colour. */
export function TableSample() {
  const { t } = useTranslation();
  const today = useOfficeDate() ?? '2026-01-01';
  const columns: Column<Row>[] = [
    { key: 'no', title: t('common.columns.caseNo'), render: ({ no }) => <span className="number">{no}</span> },
    { key: 'due', title: t('common.columns.due'), render: ({ late }) => <Due on={today} late={late} /> },
    { key: 'yuan', title: t('common.columns.amount'), right: true, render: ({ fen }) => <Yuan fen={fen} /> },
  ];
  return (
    <Panel title={t('design.table')}>
      <DataTable
        caption={t('design.table')}
        columns={columns}
        rows={ROWS}
        rowKey={({ no }) => no}
        rowClass={({ late }) => (late ? 'late' : '')}
        walkable
      />
    </Panel>
  );
}
